// The page has nothing to do but say where else to go.
