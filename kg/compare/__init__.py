"""What near-identical letters share and where they differ; letters grouped into families and variants."""
