using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;

namespace PublicAdmin.Results;

/// <summary>Whose key it is.</summary>
public enum SigningKeyKind
{
    /// <summary>The seal of the agency whose name stands on results.</summary>
    Seal,

    /// <summary>The seal of a commune's center, which is not the committee's.</summary>
    Center,

    /// <summary>A leader's own.</summary>
    Person,
}

/// <summary>How ready a key is to sign.</summary>
/// <param name="Key">Its name in the vault.</param>
/// <param name="Owner">The person or agency.</param>
/// <param name="Subject">As its certificate names it; null without one.</param>
/// <param name="ValidTo">When its certificate ends; null without one.</param>
/// <param name="DaysLeft">Whole days until then; negative when it is over.</param>
/// <param name="HasPicture">Whether papers bear the picture of a signature or seal today.</param>
/// <param name="Problem">The code of what keeps it from signing; null when nothing does.</param>
/// <param name="Why">That in words.</param>
public sealed record SigningKeyState(
    string Key, SigningKeyKind Kind, string Owner, bool HasPicture, string? Subject = null, DateTimeOffset? ValidTo = null, int? DaysLeft = null,
    string? Problem = null, Text? Why = null);

/// <summary>The keys of one office: a look into the vault for each, so one office at a time.</summary>
public sealed class SigningKeyList(SigningCertificates certificates, StaffDirectory staff, TimeProvider clock)
{
    public async Task<Result<SigningKeyState[]>> OfAsync(OfficeVersion office, CancellationToken ct)
    {
        List<(SigningKeyKind Kind, string Name, string Owner)> owners = [(SigningKeyKind.Seal, SigningKeyNames.OfSeal(office.Code), office.Authority.Vi)];
        if (office.IsCommune)
        {
            owners.Add((SigningKeyKind.Center, SigningKeyNames.OfCenter(office.Code), office.Name.Vi));
        }

        var leaders = await staff.HoldersAsync(Role.Leader, office.Code, clock.Today(), ct);
        owners.AddRange(leaders.Select(leader => (SigningKeyKind.Person, SigningKeyNames.OfPerson(leader.Id), leader.Name)));
        try
        {
            List<SigningKeyState> states = [];
            foreach (var (kind, name, owner) in owners)
            {
                states.Add(StateOf(kind, name, owner, await certificates.FindAsync(name, ct)));
            }

            return states.ToArray();
        }
        catch (SigningKeysBusyException e)
        {
            return ResultRefusals.Busy(e);
        }
    }

    private SigningKeyState StateOf(SigningKeyKind kind, string name, string owner, Result<SigningIdentity> found) =>
        found.Try(out var identity, out var refusal)
        ? new(
            name, kind, owner, identity.Picture is not null, identity.Certificate.Subject, new DateTimeOffset(identity.Certificate.NotAfter).Here(),
            (int)Math.Floor((identity.Certificate.NotAfter.ToUniversalTime() - clock.GetUtcNow().UtcDateTime).TotalDays))
        : new(name, kind, owner, false, Problem: refusal.Code, Why: new Text(refusal.In(Language.Vi), refusal.In(Language.En)));
}
