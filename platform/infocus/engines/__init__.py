"""Engine ports, one folder each, with their adapters beside them."""
