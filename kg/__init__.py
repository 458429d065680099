"""UN Special Procedures letters as a knowledge graph in which every fact shows its words."""
