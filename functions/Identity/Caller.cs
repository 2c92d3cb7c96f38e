using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Identity;

public enum CallerKind { Nobody, Citizen, Staff, System }

/// <summary>One role in one office, as the staff directory says for today.</summary>
/// <param name="Office">The office's code, or <see cref="Everywhere"/>.</param>
/// <param name="DelegatedBy">The staff member who lent this duty; null when it is the person's own.</param>
/// <param name="Until">The last day it holds; null when no end is set.</param>
/// <param name="Signs">How the person signs under this duty; null for a duty that signs nothing for the agency.</param>
public sealed record Duty(Role Role, string Office, string? DelegatedBy = null, DateOnly? Until = null, SigningCapacity? Signs = null)
{
    /// <summary>The whole province.</summary>
    public const string Everywhere = "*";
}

/// <summary>Who is asking. Made once per request by the Gate; functions read it with <see cref="Callers.Caller"/>.</summary>
/// <param name="Id">The citizen's technicalId, the staff member's directory id or the client id; stable and not a name.</param>
/// <param name="Name">For papers and screens, never for logs.</param>
/// <param name="PersonalNumber">A citizen's 12-digit số định danh; null for others. Of an organisation's account: its representative's.</param>
/// <param name="Organisation">The enterprise code (10 or 13 digits) of the organisation whose account it is; null for a person's own.</param>
public sealed record Caller(CallerKind Kind, string Id, string Name, string? PersonalNumber, IReadOnlyList<Duty> Duties, string? Organisation = null)
{
    /// <summary>
    /// Whose dossiers, papers and drafts these are: the organisation's, when its representative signed in for it, else the person's own. The two
    /// never mix: a representative's private matters are not the organisation's.
    /// </summary>
    public string? PartyNumber => Organisation ?? PersonalNumber;

    public static Caller Nobody { get; } = new(CallerKind.Nobody, "", "", null, []);

    public bool Has(Role role) => Duties.Any(duty => duty.Role == role);

    public bool Has(Role role, string office) => Duties.Any(duty => duty.Role == role && (duty.Office == office || duty.Office == Duty.Everywhere));

    /// <summary>The offices where the caller holds at least one of the roles: the partitions a list may read.</summary>
    public Scope ScopeOf(params ReadOnlySpan<Role> roles)
    {
        var offices = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var duty in Duties)
        {
            if (roles.Contains(duty.Role))
            {
                offices.Add(duty.Office);
            }
        }

        return new Scope(offices.Remove(Duty.Everywhere), [.. offices]);
    }
}

/// <summary>What a caller may see: the whole province, or the offices named.</summary>
/// <param name="Everywhere">Every office, whatever <paramref name="Offices"/> holds.</param>
/// <param name="Offices">Codes in ordinal order.</param>
public sealed record Scope(bool Everywhere, IReadOnlyList<string> Offices)
{
    public bool IsEmpty => !Everywhere && Offices.Count == 0;

    public bool Contains(string office) => Everywhere || Offices.Contains(office, StringComparer.Ordinal);
}

public static class Callers
{
    public static Caller Caller(this HttpRequest request) => request.HttpContext.Features.Get<Caller>() ?? Identity.Caller.Nobody;
}
