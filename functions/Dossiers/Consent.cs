using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>
/// What shows that a person agreed (chứng cứ của sự đồng ý). Law 91/2025/QH15 asks for consent that can be shown; somebody else's word for it is none.
/// </summary>
public enum ConsentKind
{
    /// <summary>The person said so, signed in with the own account.</summary>
    OwnAccount,

    /// <summary>A paper with the person's signature lies with the office.</summary>
    SignedForm,

    /// <summary>The person told the code that was sent to the own phone.</summary>
    OneTimeCode,

    /// <summary>The person agreed in VNeID.</summary>
    VNeID,

    /// <summary>Giấy ủy quyền được công chứng, chứng thực: a clerk has seen the authority that lets somebody else speak for the person.</summary>
    CheckedAuthority,

    /// <summary>Cha, mẹ, người giám hộ theo dữ liệu hộ tịch: the register says that somebody else speaks for the person.</summary>
    Kinship,

    /// <summary>Nhiệm vụ do luật giao: the officer in charge has to know whether a register holds it; the person is told in the own account.</summary>
    LegalDuty,
}

/// <summary>Sự đồng ý: a person's agreement with the evidence of it, shown to that person for ever.</summary>
/// <param name="By">Directory, citizen or client id of whoever wrote it down; never a name.</param>
/// <param name="Reference">Number of the paper, of the message with the code or of the confirmation; null for the own account.</param>
public sealed record Consent(DateTimeOffset At, ConsentKind Kind, string By, string? Reference = null)
{
    /// <summary>Whether it rests on somebody else's right to speak for the person.</summary>
    public static bool RestsOnAuthority(ConsentKind kind) => kind is ConsentKind.CheckedAuthority or ConsentKind.Kinship;

    public Consent Here() => this with { At = At.Here() };
}

/// <summary>What an applicant agreed to when a dossier or a supplement was handed in.</summary>
/// <param name="LookUp">That databases are asked; null when the applicant has not said so.</param>
/// <param name="LookUpAsked">Whoever filed for the applicant wishes a look-up; it waits for the applicant or for a check of the authority.</param>
public sealed record Agreed(Consent? LookUp = null, bool LookUpAsked = false)
{
    public static Agreed ToNothing { get; } = new();
}
