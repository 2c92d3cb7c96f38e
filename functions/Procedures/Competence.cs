using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

/// <summary>How the competent agency (cơ quan có thẩm quyền) follows from a dossier.</summary>
public enum CompetenceRule
{
    /// <summary>The commune or ward where the dossier is received decides; at a provincial center, that of the residence.</summary>
    AnyCommune,

    /// <summary>The commune or ward where the applicant lives.</summary>
    UnitOfResidence,

    /// <summary>The commune or ward where the land, the house, the event or the register is.</summary>
    UnitOfPlace,

    /// <summary>One named office.</summary>
    NamedOffice,
}

/// <summary>What a filing tells about place.</summary>
/// <param name="Receipt">Code of the office that receives.</param>
/// <param name="ResidenceUnit">GSO code of the commune where the applicant lives; null when not known.</param>
/// <param name="PlaceUnit">GSO code of the commune the matter is about; null when not told.</param>
public sealed record CompetenceFacts(string Receipt, string? ResidenceUnit = null, string? PlaceUnit = null);

/// <summary>
/// Who decides. Place of receipt and competent agency are different things: any center receives any procedure of the province
/// (tiếp nhận phi địa giới, Decree 118/2025), and what no rule can place goes to the queue for unknown competence.
/// </summary>
/// <param name="Office">The office, for <see cref="CompetenceRule.NamedOffice"/>.</param>
/// <param name="Acting">Who acts inside that office or beside it, such as the commune police; null for the committee itself.</param>
public sealed record Competence(CompetenceRule Rule, string? Office = null, Text? Acting = null)
{
    /// <returns>The code of the competent office, or null when it is unknown.</returns>
    public string? Decide(CompetenceFacts facts, OfficeDirectory offices, DateOnly day) => Rule switch
    {
        CompetenceRule.NamedOffice => offices.Find(Office!, day)?.Code,
        CompetenceRule.UnitOfResidence => At(facts.ResidenceUnit, offices, day),
        CompetenceRule.UnitOfPlace => At(facts.PlaceUnit, offices, day),
        CompetenceRule.AnyCommune => offices.Find(facts.Receipt, day) is { IsCommune: true } here ? here.Code : At(facts.ResidenceUnit, offices, day),
        _ => throw new InvalidOperationException($"{Rule} is not a rule."),
    };

    private static string? At(string? unit, OfficeDirectory offices, DateOnly day) => unit is null ? null : offices.FindByUnit(unit, day)?.Code;
}
