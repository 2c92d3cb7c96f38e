namespace PublicAdmin.Azure;

/// <summary>Storage could not be read since the start, so offices, fees and days are not known: the work is to come again.</summary>
internal sealed class ReferenceMissingException() : Exception("Reference data has not been read yet.");
