namespace PublicAdmin.Pdf.Reading;

/// <summary>Where an object lies: at an offset, or as the n-th of an object stream.</summary>
/// <param name="Stream">The number of the object stream; null for an object of its own.</param>
/// <param name="At">Offset of "12 0 obj" in the file, or index in the stream.</param>
internal readonly record struct ObjectPlace(int? Stream, int At);
