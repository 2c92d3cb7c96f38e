using System.Text;
using System.Text.RegularExpressions;
using PublicAdmin.Identity;

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

    /// <summary>
    /// Who heads it, as the block below a paper says: <c>GIÁM ĐỐC</c>, not "Giám đốc Sở Tư pháp", for the head of the paper names the office.
    /// </summary>
    public static string HeadTitle(this OfficeVersion office) =>
        office.ActsAsCommittee() ? "CHỦ TỊCH" : (HeadWord().Match(office.Chair.Vi) is { Success: true } word ? word.Value : office.Chair.Vi).ToUpperInvariant();

    /// <summary>The lines above a signature, by the capacity in which somebody signs (Decree 30/2020 Annex I, part II, section I.7).</summary>
    /// <param name="office">For which it is signed.</param>
    /// <param name="signs">Null for the head in the head's own right.</param>
    public static string SignatureTitle(this OfficeVersion office, SigningCapacity? signs)
    {
        var (body, head, own) = (office.ActsAsCommittee() ? "TM. ỦY BAN NHÂN DÂN\n" : "", office.HeadTitle(), signs?.Title.ToUpperInvariant());
        return signs?.Form switch
        {
            SigningForm.ForTheHead => $"{body}KT. {head}\n{own}",
            SigningForm.ByOrder => $"TL. {head}\n{own}",
            SigningForm.ByAuthority => $"TUQ. {head}\n{own}",
            SigningForm.Acting => $"{body}Q. {head}",
            _ => body + head,
        };
    }

    /// <summary>What stands behind a paper's number: <c>UBND</c>, <c>STP</c>, <c>VPĐKĐĐ</c>: the first letters of the name (Decree 30/2020 Annex I).</summary>
    public static string Abbreviation(this OfficeVersion office) => office.ActsAsCommittee()
        ? "UBND"
        : string.Concat(BehindName().Replace(office.Authority.Vi, "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("và" or "của" or "-")).Select(word => char.ToUpperInvariant(word.Normalize(NormalizationForm.FormD)[0])));

    // A committee decides together, and its chairman signs on its behalf; everywhere else the head decides.
    private static bool ActsAsCommittee(this OfficeVersion office) => office.IsCommune || office.Kind is OfficeKind.Province;

    [GeneratedRegex("^(Giám đốc|Chánh Văn phòng|Chánh Thanh tra|Trưởng ban|Trưởng phòng|Cục trưởng|Chi cục trưởng)")]
    private static partial Regex HeadWord();

    [GeneratedRegex(" (tỉnh|thành phố)( .*)?$")]
    private static partial Regex BehindName();

    [GeneratedRegex("^(Phường|Xã) ")]
    private static partial Regex UnitKind();

    [GeneratedRegex("^Trung tâm Phục vụ hành chính công")]
    private static partial Regex Center();
}
