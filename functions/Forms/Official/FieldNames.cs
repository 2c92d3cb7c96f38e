namespace PublicAdmin.Forms.Official;

/// <summary>Names of the form fields our papers leave open.</summary>
public static class FieldNames
{
    /// <summary>The person's signature.</summary>
    public const string Person = "NguoiKy";

    /// <summary>The agency's seal.</summary>
    public const string Seal = "CoQuan";

    /// <summary>Số, ký hiệu.</summary>
    public const string Number = "SoKyHieu";

    /// <summary>Địa danh, ngày tháng năm.</summary>
    public const string Date = "NgayBanHanh";
}
