using PublicAdmin.Identity;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Statistics.Replay.Quarter;

/// <summary>An office of the invented quarter.</summary>
/// <param name="Unit">GSO code of the commune.</param>
/// <param name="Staff">Ids of its people in the directory, with {0} for the role; those not in it yet are entered.</param>
/// <param name="Share">Of all dossiers, against the shares of the others.</param>
/// <param name="Late">Percent that go beyond their term.</param>
public sealed record QuarterPlace(string Unit, string Staff, int Share, int Late)
{
    public string IdOf(Role role) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Staff, role.ToString().ToLowerInvariant());
}

/// <summary>A procedure people ask for in it.</summary>
/// <param name="Share">Of all dossiers, against the shares of the others.</param>
/// <param name="Online">Percent that are filed online.</param>
public sealed record QuarterProcedure(string Code, int Share, int Online);

/// <summary>Three months of an invented province: how many dossiers, where, of what, and by which names.</summary>
/// <param name="WorkingDays">How many of them before today people filed on.</param>
public sealed record QuarterPlan(
    int Dossiers, int WorkingDays, IReadOnlyList<QuarterPlace> Places, IReadOnlyList<QuarterProcedure> Procedures, IReadOnlyList<string> Families,
    IReadOnlyList<string> Women, IReadOnlyList<string> Men)
{
    public static QuarterPlan Shipped { get; } = Resources.Json<QuarterPlan>("Statistics.Replay.Quarter.quarter.json");

    /// <summary>Somebody who does not exist; the same for the same number.</summary>
    public string NameOf(int number)
    {
        var given = number % 2 is 0 ? Women : Men;
        return $"{Families[number / 2 % Families.Count]} {given[number / 5 % given.Count]}";
    }
}

/// <summary>How a dossier of the quarter goes, if there is time for it.</summary>
public enum QuarterFate { Done, Refused, Withdrawn, Stopped, Supplement, Posting, Duty }

/// <summary>One dossier of it.</summary>
/// <param name="Number">Counts all of them; everything about it follows from it.</param>
/// <param name="Office">Code of the office that receives and decides.</param>
public sealed record QuarterDossier(
    int Number, QuarterPlace Place, string Office, string Procedure, Dossiers.Channel Channel, DateTimeOffset FiledAt, QuarterFate Fate, string Name);
