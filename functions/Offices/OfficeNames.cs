using System.Text.RegularExpressions;

namespace PublicAdmin.Offices;

/// <summary>How an office is named on paper (Decree 30/2020 Annex I).</summary>
public static partial class OfficeNames
{
    /// <summary>The desk itself, without the commune its authority names already: <c>Trung tâm Phục vụ hành chính công</c>.</summary>
    public static string DeskName(this OfficeVersion office) => Center().Match(office.Name.Vi) is { Success: true } center ? center.Value : office.Name.Vi;

    /// <summary>Địa danh, such as <c>Mường Ảng</c>.</summary>
    public static string PlaceName(this OfficeVersion office) => office.Unit is { } unit && AdministrativeUnits.Find(unit) is { } found
        ? UnitKind().Replace(found.Name, "")
        : "Điện Biên";

    [GeneratedRegex("^(Phường|Xã) ")]
    private static partial Regex UnitKind();

    [GeneratedRegex("^Trung tâm Phục vụ hành chính công")]
    private static partial Regex Center();
}
