"""One application and one live server for all tests that only ask."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from werkzeug.test import Client

from kg.query.engine import Limits
from kg.serve.app import Application
from tests.serve.live import served

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
DOCUMENT = "http://xmlns.com/foaf/0.1/Document"


@pytest.fixture(scope="session")
def protocol_graph(seeds_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the seeds, and in its store the graphs that the W3C protocol tests ask for."""
    folder = tmp_path_factory.mktemp("protocol") / "graph"
    shutil.copytree(seeds_graph, folder)
    store = ox.Store(str(folder / "store"))
    a = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for number in (1, 2, 3):
        name = ox.NamedNode(DATA.format(number))
        store.add(ox.Quad(name, a, ox.NamedNode(DOCUMENT), name))
    store.flush()
    return folder


@pytest.fixture(scope="session")
def application(protocol_graph: Path) -> Iterator[Application]:
    made = Application(protocol_graph, limits=Limits(seconds=5, rows=1000))
    yield made
    made.close()


@pytest.fixture
def client(application: Application) -> Client:
    """A client that talks to the application without a network, as if on port 80."""
    return Client(application)


@pytest.fixture(scope="session")
def address(protocol_graph: Path) -> Iterator[str]:
    """The address of a live server, without the slash at its end."""
    with served(protocol_graph) as (found, _):
        yield found
