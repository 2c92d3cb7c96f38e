namespace PublicAdmin.Identity;

/// <summary>What a valid token says: who, and until when. What the person may do here is asked of the staff directory.</summary>
/// <param name="Id">See <see cref="Caller.Id"/>.</param>
/// <param name="Organisation">See <see cref="Caller.Organisation"/>.</param>
/// <param name="Until">When the token ends.</param>
public sealed record SignedIn(CallerKind Kind, string Id, string Name, string? PersonalNumber, DateTimeOffset Until, string? Organisation = null);
