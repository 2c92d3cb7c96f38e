namespace PublicAdmin.Dossiers;

public enum ApplicantKind { Person, Organisation }

/// <summary>Người nộp / chủ hồ sơ: for whom the dossier is.</summary>
/// <param name="PersonalNumber">Số định danh: 12 digits for a person; the enterprise code (10 or 13 digits) for an organisation.</param>
/// <param name="Phone">Digits with an optional leading +; null when the citizen has none.</param>
public sealed record Applicant(
    string Name, string PersonalNumber, string? Phone = null, string? Email = null, string? Address = null, ApplicantKind Kind = ApplicantKind.Person);

/// <summary>Người được ủy quyền: hands in for the applicant.</summary>
/// <param name="Authority">What it rests on, e.g. the number and date of the written authority.</param>
public sealed record Proxy(string Name, string PersonalNumber, string Authority);

/// <summary>Người đại diện: who signed in for an organisation and pressed the button; identified apart from the organisation.</summary>
public sealed record Representative(string Name, string PersonalNumber);

/// <summary>Personal numbers of the parties to a dossier.</summary>
public static class PartyNumbers
{
    /// <summary>For lists: the last four digits, which are enough to tell two people of one name apart.</summary>
    public static string Masked(string number) => new string('•', Math.Max(0, number.Length - 4)) + number[^Math.Min(4, number.Length)..];

    /// <summary>Whose papers may be handed in: the applicant's, and those a person authorised scanned under the own name.</summary>
    public static IReadOnlyList<string> Of(string applicant, string? proxy) => proxy is null ? [applicant] : [applicant, proxy];
}

/// <summary>
/// How the dossier came in. Assisted filing (kiosk) is its own channel, with the helper's identity beside the citizen's,
/// so that the online rate cannot be made to look better than it is.
/// </summary>
public enum Channel
{
    /// <summary>Trực tuyến, through the National Public Service Portal.</summary>
    Online,

    /// <summary>Trực tiếp, at the counter.</summary>
    Counter,

    /// <summary>Bưu chính công ích.</summary>
    Post,

    /// <summary>Ki-ốt hoặc hỗ trợ nộp: online, with a helper at the citizen's side.</summary>
    Assisted,
}

/// <summary>Where the citizen wants the result.</summary>
public enum ReturnWay { Electronic, Counter, Post }

/// <summary>Place of help, place of receipt and competent agency: three different things under non-territorial intake (phi địa giới).</summary>
/// <param name="Help">Where the citizen was helped; null when nobody helped.</param>
/// <param name="Receipt">The one-stop desk that receives and returns.</param>
/// <param name="Competent">The agency that decides; null while nobody knows.</param>
public sealed record Places(string? Help, string Receipt, string? Competent);

/// <summary>The versions in force at receipt; whatever changes later, this dossier is judged by these.</summary>
/// <param name="Version">Of the procedure, with its form, fees and term.</param>
/// <param name="Calendar">Of the working calendar the promise was counted with.</param>
public sealed record ProcedurePin(string Code, string Version, string? Calendar = null);
