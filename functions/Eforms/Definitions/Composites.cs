namespace PublicAdmin.Eforms.Definitions;

/// <summary>The parts composite values have, each a field of its own. What depends on another part (a commune, when at home) is checked beside them.</summary>
public static class Composites
{
    /// <summary>Ways to agree: signed on a paper that was scanned, confirmed in VNeID, a paper brought.</summary>
    public static IReadOnlyList<FieldOption> ConsentMethods { get; } =
        [new("signature", "Chữ ký", "Signature"), new("VNeID", "Xác nhận qua VNeID", "VNeID"), new("paper", "Văn bản đồng ý", "Paper")];

    private static readonly FormField Country = Part("country", FieldType.Nationality, "Quốc gia", "Country");
    private static readonly FormField Province = Part("province", FieldType.Choice, "Tỉnh, thành phố", "Province", list: "provinces");
    private static readonly FormField Commune = Part("commune", FieldType.Commune, "Xã, phường", "Commune");
    private static readonly FormField Detail = Part("detail", FieldType.Text, "Số nhà, thôn, bản, tổ dân phố", "House, village, street", max: 300);

    private static readonly Dictionary<FieldType, FormField[]> Parts = new()
    {
        [FieldType.Address] = [Province, Commune, Detail],
        [FieldType.Place] = [Country, Province, Commune, Detail],
        [FieldType.Residence] =
        [
            Part("kind", FieldType.Choice, "Loại cư trú", "Kind of residence", true, "residence-kinds"), Country, Province, Commune, Detail,
        ],
        [FieldType.IdentityDocument] =
        [
            Part("kind", FieldType.Choice, "Loại giấy tờ", "Kind of document", true, "identity-documents"),
            Part("otherName", FieldType.Text, "Tên giấy tờ khác", "Name of the other document", max: 100),
            Part("number", FieldType.Text, "Số giấy tờ", "Number", true, max: 30),
            Part("issuedOn", FieldType.Date, "Ngày cấp", "Issued on"),
            Part("issuedBy", FieldType.Text, "Cơ quan cấp", "Issued by"),
        ],
        [FieldType.Ethnicity] =
        [
            Part("code", FieldType.Choice, "Dân tộc", "Ethnic group", true, "ethnic-groups"),
            Part("other", FieldType.Text, "Dân tộc khác", "Other ethnic group", max: 100),
        ],
        [FieldType.RegisterEntry] =
        [
            Part("number", FieldType.Text, "Số", "Number", max: 50), Part("book", FieldType.Text, "Quyển số", "Book", max: 50),
            Part("date", FieldType.PartialDate, "Ngày", "Date"), Part("agency", FieldType.Text, "Cơ quan", "Agency"),
        ],
        [FieldType.BankAccount] =
        [
            Part("holder", FieldType.Name, "Chủ tài khoản", "Holder", true),
            Part("number", FieldType.Text, "Số tài khoản", "Account number", true, max: 30),
            Part("bank", FieldType.Text, "Ngân hàng", "Bank", true),
        ],
        [FieldType.Consent] =
        [
            Part("method", FieldType.Choice, "Cách đồng ý", "How agreed", true) with { Options = OptionsOf(ConsentMethods) },
            Part("by", FieldType.Name, "Người đồng ý", "Who agrees", true),
            Part("number", FieldType.PersonalNumber, "Số định danh", "Personal number"), Part("at", FieldType.Datetime, "Thời điểm", "When"),
        ],
    };

    /// <summary>Every composite type with its parts, for those who draw forms.</summary>
    public static IReadOnlyDictionary<FieldType, FormField[]> All => Parts;

    /// <summary>Empty for what is not composite, and for groups, which have fields of their own.</summary>
    public static IReadOnlyList<FormField> PartsOf(FieldType type) => Parts.GetValueOrDefault(type) ?? [];

    public static bool IsComposite(FieldType type) => Parts.ContainsKey(type);

    private static FormField Part(string key, FieldType type, string vi, string en, bool required = false, string? list = null, int max = 200) => new()
    {
        Key = key,
        Type = type,
        Label = new Label(vi, en),
        Certainty = "own",
        Required = required,
        List = list,
        MaxLength = type is FieldType.Text ? max : null,
    };

    private static System.Text.Json.JsonElement[] OptionsOf(IEnumerable<FieldOption> options) =>
        [.. options.Select(option => System.Text.Json.JsonSerializer.SerializeToElement(option, Platform.OfficeJson.Options))];
}
