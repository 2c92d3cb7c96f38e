namespace PublicAdmin.Forms.Official;

/// <summary>Who issues a paper, as its head names it (Decree 30/2020 Annex I).</summary>
/// <param name="Parent">Cơ quan chủ quản, above the name; null when there is none.</param>
/// <param name="Agency">Cơ quan ban hành.</param>
/// <param name="Place">Địa danh, such as <c>Điện Biên Phủ</c>.</param>
public sealed record IssuingAgency(string? Parent, string Agency, string Place)
{
    /// <summary>As a sentence names it, where the head leaves out what its first line says: "Trung tâm Phục vụ hành chính công xã Mường Ảng".</summary>
    public string FullName { get; init; } = Agency;
}

/// <summary>Who signs a paper.</summary>
/// <param name="Title">Chức vụ, as printed in capitals; lines apart by '\n', such as <c>TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH</c>.</param>
/// <param name="Name">Null while nobody has signed.</param>
public sealed record Signer(string Title, string? Name);

/// <summary>The applicant as papers name them.</summary>
/// <param name="Number">Số định danh, or the enterprise code of an organisation.</param>
public sealed record Party(string Name, string Number, string? Address = null, string? Phone = null, string? Email = null)
{
    public bool IsOrganisation { get; init; }

    /// <summary>Who acts for the organisation; null for a person, or when nobody is known.</summary>
    public string? Representative { get; init; }

    /// <summary>After "Kính gửi:": a person is "Ông (Bà)", an organisation its name.</summary>
    public string Addressed => IsOrganisation ? Name : $"Ông (Bà) {Name}";

    /// <summary>In the middle of a sentence.</summary>
    public string You => IsOrganisation ? "quý tổ chức" : "ông/bà";

    /// <summary>What the number is called.</summary>
    public string NumberName => IsOrganisation ? "Mã số doanh nghiệp (mã số thuế)" : "Số định danh";
}

/// <summary>What every paper about a dossier says first.</summary>
/// <param name="Code">Mã hồ sơ.</param>
/// <param name="Procedure">Name of the procedure (tên thủ tục hành chính).</param>
/// <param name="Check">What the QR code holds: where the paper can be checked.</param>
public sealed record DossierHead(string Code, string Procedure, Party Applicant, string Check)
{
    /// <summary>Mã hồ sơ on the National Portal; null when it was not filed there.</summary>
    public string? CentralCode { get; init; }

    /// <summary>The code, and beside it the portal's.</summary>
    public string Codes => CentralCode is null ? Code : $"{Code} (mã trên Cổng Dịch vụ công quốc gia: {CentralCode})";
}
