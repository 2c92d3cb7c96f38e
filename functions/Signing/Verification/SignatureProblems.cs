namespace PublicAdmin.Signing.Verification;

/// <summary>Why a signature does not hold, or cannot be checked here. The codes never change.</summary>
internal static class SignatureProblems
{
    /// <summary>What is covered is not the file but the signature's own contents.</summary>
    public const string ByteRange = "byte-range";

    /// <summary>The content is not what was signed, or the signature is damaged.</summary>
    public const string Signature = "signature";

    public const string Timestamp = "timestamp";

    /// <summary>Another certificate was meant.</summary>
    public const string SigningCertificate = "signing-certificate";

    /// <summary>It was signed while parts were missing that decide what is seen.</summary>
    public const string Incomplete = "incomplete";

    public const string Kind = "signature-kind";
    public const string Frame = "frame";
    public const string Algorithm = "algorithm";
    public const string WeakHash = "weak-hash";
    public const string NoCertificate = "no-certificate";
    public const string NoSigningCertificate = "no-signing-certificate";

    /// <summary>Programs may read different files from the same bytes.</summary>
    public const string Ambiguous = "ambiguous";

    private static readonly HashSet<string> BeyondUs = [Kind, Frame, Algorithm, WeakHash, NoCertificate, NoSigningCertificate, Ambiguous];

    /// <summary>Nothing was found wrong; it is only beyond what can be checked here.</summary>
    public static bool IsBeyondUs(string problem) => BeyondUs.Contains(problem);
}
