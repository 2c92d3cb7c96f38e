using PublicAdmin.Platform;

namespace PublicAdmin.Forms.Results;

/// <summary>What a result is the result of.</summary>
/// <param name="FromForm">Whether a form was filled in.</param>
/// <param name="Grants">Whether it gives what was asked for.</param>
public sealed record ResultAsked(string Procedure, bool FromForm, bool Grants);

/// <summary>
/// Lent by the room that knows which paper a procedure ends in: what stands against this content as the result of this dossier. A certificate is granted as
/// that certificate, never as words about it; what another agency makes is never printed here.
/// </summary>
/// <param name="field">As the caller names it.</param>
/// <param name="content">Sound in itself; null for the words of a notice.</param>
/// <returns>Null when nothing does.</returns>
public delegate Refusal? ResultFit(string field, ResultAsked asked, ResultContent? content);
