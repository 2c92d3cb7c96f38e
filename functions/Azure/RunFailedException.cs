namespace PublicAdmin.Azure;

/// <summary>A timer or queue function failed. Said without the fault's own words, in which what a citizen wrote may stand.</summary>
/// <param name="fault">The name of the fault's type.</param>
internal sealed class RunFailedException(string fault) : Exception($"It failed with {fault}; the records of this app (RunFailed) say where.");
