using System.Globalization;
using System.Text.Json;

namespace PublicAdmin.Load;

/// <summary>A dossier somebody filed.</summary>
/// <param name="Paper">What it ends in, as an officer writes it.</param>
internal sealed record Filed(string Code, string Secret, Person Citizen, string Paper);

/// <summary>What happens to a dossier, each step as the one HTTP request its people would send.</summary>
internal static class Journey
{
    private const string MaritalStatus = "1.004873";
    private const string Birth = "1.001193";

    private const string MaritalStatusForm = """
        {"requesterName":"Lò Thị Mai","requesterBirthDate":"1995-03-02","requesterPersonalNumber":"011195000123","requesterResidence":{"kind":"1",
        "province":"11","commune":"03256","detail":"Bản Tát"},"requesterPhone":"0912345678","requesterRelation":"ban-than",
        "personName":"Lò Thị Mai","personBirthDate":"1995-03-02","personSex":"2","personEthnicity":{"code":"03"},"personNationality":"VN",
        "personPersonalNumber":"011195000123","personDocument":{"kind":"9","number":"011195000123","issuedOn":"2024-08-01","issuedBy":"Bộ Công an"},
        "personResidence":{"kind":"1","province":"11","commune":"03256","detail":"Bản Tát"},"maritalStatus":"1","purpose":"3",
        "purposeOther":"Vay vốn ngân hàng","resultDelivery":"1","copies":1}
        """;

    private const string BirthForm = """
        {"requesterName":"Lò Thị Mai","requesterPersonalNumber":"011195000123","requesterResidence":{"kind":"1","province":"11","commune":"03256",
        "detail":"Bản Tát"},"requesterPhone":"0912345678","requesterRelation":"me","registrationKind":"1","birthCase":"3","childName":"Lò Minh An",
        "childBirthDate":"2026-11-15","childSex":"1","childEthnicity":{"code":"03"},"childNationality":"VN","childBirthPlace":{"province":"11",
        "commune":"03256","detail":"Trung tâm Y tế Mường Ảng"},"childHometown":{"province":"11","commune":"03256","detail":"Bản Tát"},
        "motherPersonalNumber":"011195000123","motherName":"Lò Thị Mai","motherBirthDate":"1995-03-02","motherEthnicity":{"code":"03"},
        "motherNationality":"VN","motherResidence":{"kind":"1","province":"11","commune":"03256","detail":"Bản Tát"},"copiesWanted":false}
        """;

    private const string MaritalStatusPaper = """
        {"kind":"maritalStatus","fullName":"Lò Thị Mai","bornOn":"1995-03-02","sex":"Nữ","ethnicity":"Thái","nationality":"Việt Nam",
        "personalNumber":"011195000123","residence":"Bản Tát, xã Mường Ảng","status":"Chưa đăng ký kết hôn với ai","purpose":"Vay vốn ngân hàng"}
        """;

    private const string BirthExtract = """
        {"kind":"birthExtract","fullName":"Lò Minh An","bornOn":"2026-11-15","sex":"Nam","ethnicity":"Thái","nationality":"Việt Nam",
        "bornAt":"Trung tâm Y tế Mường Ảng","hometown":"Bản Tát, xã Mường Ảng","personalNumber":"011326000123","father":null,
        "mother":{"fullName":"Lò Thị Mai","bornIn":"1995","ethnicity":"Thái","nationality":"Việt Nam","residence":"Bản Tát, xã Mường Ảng"},
        "registered":"UBND xã Mường Ảng"}
        """;

    /// <summary>POST /api/dossiers: online, by the citizen, with the e-form alone.</summary>
    public static Task<Filed> SubmitAsync(Caller caller, Commune commune) => FileAsync(caller, commune, caller.NextCitizen(), MaritalStatus, "");

    /// <summary>The same with papers that were uploaded.</summary>
    public static Task<Filed> SubmitAsync(Caller caller, Commune commune, Person citizen, string first, string second) => FileAsync(
        caller,
        commune,
        citizen,
        Birth,
        $$""" "papers":[{"component":"chung-sinh","upload":"{{first}}"},{"component":"uy-quyen","upload":"{{second}}"}], """);

    public static async Task ActAsync(Caller caller, string token, Filed filed, string act, string? json = null) =>
        (await caller.Wire.PostAsync($"/api/dossiers/{filed.Code}/{act}", token, json, Key(caller))).Expect(200);

    public static async Task<Answer> ReadAsync(Caller caller, string token, Filed filed) =>
        (await caller.Wire.GetAsync($"/api/dossiers/{filed.Code}", token)).Expect(200);

    public static async Task TrackAsync(Caller caller, Filed filed) =>
        (await caller.Wire.PostAsync("/api/tracking", null, $$"""{"code":"{{filed.Code}}","secret":"{{filed.Secret}}"}""")).Expect(200);

    /// <summary>The leader reads the proposal and approves what was read.</summary>
    public static async Task ApproveAsync(Caller caller, Staff staff, Filed filed)
    {
        var read = await ReadAsync(caller, staff.Leader, filed);
        await ActAsync(caller, staff.Leader, filed, "approval", $$"""{"proposalHash":"{{read.Text("hash")}}"}""");
    }

    public static Task ProposeAsync(Caller caller, Staff staff, Filed filed) => ActAsync(
        caller, staff.Officer, filed, "proposal",
        JsonSerializer.Serialize(new { outcome = "grant", summary = "Hồ sơ đủ điều kiện giải quyết.", content = filed.Paper }));

    public static Task IssueAsync(Caller caller, Staff staff, Filed filed) =>
        ActAsync(caller, staff.Registrar, filed, "issue", $$"""{"number":"{{filed.Code}}"}""");

    /// <summary>From acceptance to return: six acts of four officials.</summary>
    public static async Task ProcessAsync(Caller caller, Staff staff, Filed filed)
    {
        await ActAsync(caller, staff.Clerk, filed, "acceptance");
        await ActAsync(caller, staff.Officer, filed, "taking");
        await ProposeAsync(caller, staff, filed);
        await ApproveAsync(caller, staff, filed);
        await IssueAsync(caller, staff, filed);
        await ReturnAsync(caller, staff, filed);
    }

    /// <summary>The clerk would rather wait for the seal than come again.</summary>
    public static async Task ReturnAsync(Caller caller, Staff staff, Filed filed) =>
        (await caller.Wire.PostAsync($"/api/dossiers/{filed.Code}/return", staff.Clerk, "{}", Key(caller), "Prefer: wait=10\r\n")).Expect(200);

    private static async Task<Filed> FileAsync(Caller caller, Commune commune, Person citizen, string procedure, string papers)
    {
        var (applicant, hamlet) = (Invented.Name(caller.Random), Invented.Hamlet(caller.Random));
        var form = Named(procedure is Birth ? BirthForm : MaritalStatusForm, applicant, hamlet);
        var json = $$$"""
            {"procedure":"{{{procedure}}}","receipt":"{{{commune.Office}}}","residenceUnit":"{{{commune.Unit}}}",{{{papers}}}"form":{{{form}}},
            "applicant":{"name":"{{{applicant}}}","personalNumber":"{{{citizen.Number}}}","phone":"0912345678","address":"{{{hamlet}}}"}}
            """;
        var receipt = (await caller.Wire.PostAsync("/api/dossiers", citizen.Token, json, Key(caller))).Expect(201);
        var paper = Named(procedure is Birth ? BirthExtract : MaritalStatusPaper, applicant, hamlet);
        return new Filed(receipt.Text("code"), receipt.Text("secret"), citizen, paper);
    }

    private static string Named(string json, string applicant, string hamlet) =>
        json.Replace("Lò Thị Mai", applicant, StringComparison.Ordinal).Replace("Bản Tát", hamlet, StringComparison.Ordinal);

    private static string Key(Caller caller) => string.Create(CultureInfo.InvariantCulture, $"{caller.Random.NextInt64():x16}{caller.Random.NextInt64():x16}");
}
