using PublicAdmin.Forms.Layout;
using PublicAdmin.Forms.Official;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Results;

/// <summary>Trích lục khai sinh: what the birth register says of a person.</summary>
/// <param name="BornAt">Nơi sinh.</param>
/// <param name="Registered">Where, when and under which number the birth was registered.</param>
public sealed record BirthExtract(
    string FullName,
    DateOnly BornOn,
    string Sex,
    string Ethnicity,
    string Nationality,
    string BornAt,
    string Hometown,
    string PersonalNumber,
    Parent? Father,
    Parent? Mother,
    string Registered) : ResultContent
{
    private protected override string Name => "Trích lục khai sinh (bản sao)";

    private protected override IEnumerable<Block> Blocks(IssuingAgency issuer)
    {
        yield return Title("TRÍCH LỤC KHAI SINH", "(BẢN SAO)");
        yield return Line("Họ, chữ đệm, tên", FullName.ToUpperInvariant());
        yield return Line("Ngày, tháng, năm sinh", Written(BornOn));
        yield return Body("Giới tính: ", Run.Bold(Sex), "      Dân tộc: ", Run.Bold(Ethnicity), "      Quốc tịch: ", Run.Bold(Nationality));
        yield return Line("Nơi sinh", BornAt);
        yield return Line("Quê quán", Hometown);
        yield return Line("Số định danh cá nhân", PersonalNumber);
        foreach (var (role, parent) in new[] { ("cha", Father), ("mẹ", Mother) })
        {
            yield return Line($"Họ, chữ đệm, tên người {role}", parent?.FullName);
            yield return Body($"Năm sinh: {parent?.BornIn ?? "………"}      Dân tộc: {parent?.Ethnicity ?? "………"}      Quốc tịch: {parent?.Nationality ?? "………"}");
            yield return Line("Nơi cư trú", parent?.Residence);
        }

        yield return Line("Nơi đăng ký khai sinh", Registered);
    }
}

/// <param name="BornIn">The year.</param>
public sealed record Parent(string FullName, string BornIn, string Ethnicity, string Nationality, string Residence);
