using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Offices;

/// <summary>A commune or ward (đơn vị hành chính cấp xã) of the province, by its GSO code.</summary>
public sealed record AdministrativeUnit(string Code, string Name, bool IsWard);

/// <summary>The 45 communes and wards since 1 July 2025 (General Statistics Office list, province 11).</summary>
public static class AdministrativeUnits
{
    public static IReadOnlyList<AdministrativeUnit> All { get; } =
        [.. Resources.Lines("Offices.dienbien-units.csv").Skip(1).Select(line => line.Split(','))
            .Select(cells => new AdministrativeUnit(cells[0], cells[1], cells[2] == "ward"))];

    public static AdministrativeUnit? Find(string code) => All.FirstOrDefault(unit => unit.Code == code);
}
