using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Deciding;

/// <summary>An official form a dossier has: GET /api/dossiers/{code}/forms/{form}.</summary>
/// <param name="Code">Such as <c>01</c>.</param>
public sealed record FormView(string Code, Text Name);
