using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Offices;

/// <summary>What sort of office this is.</summary>
public enum OfficeKind
{
    /// <summary>Ủy ban nhân dân tỉnh.</summary>
    Province,

    /// <summary>Trung tâm Phục vụ hành chính công tỉnh, part of Văn phòng UBND tỉnh.</summary>
    ProvincialCenter,

    /// <summary>Sở, ngành thuộc UBND tỉnh.</summary>
    Department,

    /// <summary>Văn phòng đăng ký đất đai.</summary>
    LandOffice,

    /// <summary>Cơ quan ngành dọc: police, social insurance, tax.</summary>
    CentralAgency,

    /// <summary>Trung tâm Phục vụ hành chính công xã, part of the commune's People's Committee.</summary>
    CommuneCenter,

    /// <summary>Trung tâm Phục vụ hành chính công phường.</summary>
    WardCenter,
}

/// <summary>
/// An office (cơ quan, đơn vị) as it is from a certain day on. A commune's center and its People's Committee share one code:
/// the center receives and returns, the committee decides (Decree 118/2025).
/// </summary>
/// <param name="Code">
/// Agency identifier (mã định danh điện tử, QĐ 20/2020): <c>H18</c> is Điện Biên; the groups behind it are ours until the province's list is known.
/// </param>
/// <param name="Unit">GSO code of the commune or ward (mã đơn vị hành chính), five digits; null at provincial level.</param>
/// <param name="Authority">The body that decides and whose name stands on results.</param>
/// <param name="Parent">Code of the office above; null for the province and for agencies of a ministry.</param>
/// <param name="Chair">Title of the head who is competent to decide, apologise and extend (thủ trưởng).</param>
/// <param name="IsDifficult">Mountainous or especially difficult commune: land terms are 10 working days longer there (Decree 151/2025).</param>
/// <param name="Assumed">Names of fields that nobody has confirmed yet; shown to whoever reads this.</param>
/// <param name="Reason">Why an administrator entered it; null for what ships.</param>
/// <param name="EnteredAt">When; set by the office.</param>
/// <param name="EnteredBy">Who, by the staff directory; shown to administrators alone, set by the office.</param>
public sealed record OfficeVersion(
    string Code,
    OfficeKind Kind,
    Text Name,
    Text Authority,
    Text Chair,
    bool IsDifficult,
    DateOnly ValidFrom,
    IReadOnlyList<string> Assumed,
    string? Unit = null,
    string? Parent = null,
    DateOnly? ValidTo = null,
    string? Address = null,
    string? Phone = null,
    string? Reason = null,
    DateTimeOffset? EnteredAt = null,
    string? EnteredBy = null) : IEffective
{
    public bool IsCommune => Kind is OfficeKind.CommuneCenter or OfficeKind.WardCenter;

    /// <summary>Whether citizens hand in and collect here (điểm tiếp nhận).</summary>
    public bool IsCenter => IsCommune || Kind is OfficeKind.ProvincialCenter;
}
