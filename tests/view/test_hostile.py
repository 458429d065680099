"""Text that tries to run: in every field of a graph, in every place of the page that shows it."""

from __future__ import annotations

import pytest

from tests.builders.network import BASE, hostile
from tests.view.conftest import Open, Opened

pytestmark = pytest.mark.browser

FIRE = "window.fired=1"
PAYLOADS = (
    f"<script>{FIRE}</script>",
    f"</script><script>{FIRE}</script>",
    f"</SCRIPT ><script>{FIRE}</script>",
    f"<!--<script>{FIRE}</script>",
    f"--><script>{FIRE}</script>",
    f"<img src=x onerror={FIRE}>",
    f"<img src=//evil.example/x.png onload={FIRE}>",
    f"<svg onload={FIRE}>",
    f"<svg><script>{FIRE}</script></svg>",
    f"<svg><animate onbegin={FIRE} attributeName=x>",
    f"<iframe src=javascript:{FIRE}>",
    f"<iframe srcdoc='<script>parent.{FIRE}</script>'>",
    f"<body onload={FIRE}>",
    f"<details open ontoggle={FIRE}>",
    f"<input autofocus onfocus={FIRE}>",
    f"<a href=javascript:{FIRE}>x</a>",
    f"javascript:{FIRE}",
    f"data:text/html,<script>{FIRE}</script>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>",
    "</style><style>body{background:url(//evil.example/x)}",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>",
    "<object data=//evil.example/x>",
    "<form action=//evil.example><button>x</button></form>",
    f'" onmouseover="{FIRE}',
    f"' onmouseover='{FIRE}",
    f"`-{FIRE}-`",
    f'");{FIRE};//',
    f"\\u003cscript>{FIRE}\\u003c/script>",
    f"&lt;script&gt;{FIRE}&lt;/script&gt;",
    "{{ self.__init__.__globals__ }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "${alert(1)}",
    f"<title></title><script>{FIRE}</script>",
    f"<noscript><p title='</noscript><img src=x onerror={FIRE}>'>",
    f"<math><mi xlink:href=javascript:{FIRE}>x",
    "href=x",
    "__proto__",
    "constructor",
    "\u202egnp.exe",
    "\u2028\u2029\u0000\x1b\ufffe]]>",
    "#/../%00?x=1&y=<z>",
    "x" * 5000,
)


def visit(found: Opened) -> None:
    """Show everything there is to show on the page."""
    page = found.page
    page.locator("#picture").focus()
    for key in ("ArrowRight", "Enter", "Escape", "ArrowLeft", "Space", "Enter"):
        page.keyboard.press(key)
    for button in page.locator("#facts .actions button").all():
        button.click()
        page.locator("#picture").hover()
    page.locator("#picture").dblclick(force=True)
    for field in ("#search", "#path-a", "#path-b"):
        page.fill(field, "a")
        page.fill(field, page.title()[:200])
        page.keyboard.press("Enter")
    for ending in ("svg", "csv", "graphml", "png"):
        page.click("#save summary")
        with page.expect_download():
            page.click(f"[data-save={ending}]")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.click("#as-table")
    page.click("#theme")


def test_there_are_forty_payloads_and_more() -> None:
    assert len(set(PAYLOADS)) >= 40


BATCH = 8  # payloads on one page, each in every field


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), BATCH))
def test_hostile_text_stays_text(open_page: Open, start: int) -> None:
    payloads = PAYLOADS[start : start + BATCH]
    found = open_page(hostile(*payloads), title=" ".join(payloads))
    elements = "document.querySelectorAll('body *:not(svg):not(svg *)').length"
    assert found.page.evaluate(elements) < 200 + 40 * BATCH
    visit(found)
    for payload in payloads:
        found.page.evaluate(
            "iri => { location.hash = '#' + encodeURIComponent(iri); }", f"{BASE}company/{payload}"
        )
        assert inert(found), payload
    assert found.outside() == []


def inert(found: Opened) -> bool:
    """Say whether nothing ran and nothing of a payload became an element."""
    foreign = "img, iframe, object, form, base, style + style, [onerror], [onload], a[href]"
    count = "selector => [document.querySelectorAll(selector).length, document.scripts.length, window.fired ?? null]"
    return bool(found.page.evaluate(count, foreign) == [0, 6, None])


def test_an_address_is_text(open_page: Open) -> None:
    found = open_page(hostile("x"))
    for payload in PAYLOADS:
        found.page.evaluate("address => { location.hash = address; }", payload)
        assert inert(found), payload
