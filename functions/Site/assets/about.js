// Words only.
