using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Notifications;

/// <summary>What a consent rests on, in words.</summary>
internal static class ConsentWords
{
    public static Text Of(Consent consent)
    {
        var name = NameOf(consent.Kind);
        return consent.Reference is { } number ? new($"{name.Vi}, số {number}", $"{name.En}, number {number}") : name;
    }

    private static Text NameOf(ConsentKind kind) => kind switch
    {
        ConsentKind.OwnAccount => new("xác nhận trong tài khoản", "a confirmation in the own account"),
        ConsentKind.SignedForm => new("phiếu có chữ ký", "a signed form"),
        ConsentKind.OneTimeCode => new("mã xác thực một lần", "a one-time code"),
        ConsentKind.VNeID => new("xác nhận trên VNeID", "a confirmation in VNeID"),
        ConsentKind.CheckedAuthority => new("giấy ủy quyền cán bộ một cửa đã kiểm tra", "an authority a clerk has checked"),
        ConsentKind.Kinship => new("quan hệ cha, mẹ, giám hộ theo dữ liệu hộ tịch", "kinship or guardianship by the civil-status register"),
        ConsentKind.LegalDuty => new("kiểm tra bắt buộc theo luật", "a check the law asks for"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
