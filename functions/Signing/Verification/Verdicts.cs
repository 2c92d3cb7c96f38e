namespace PublicAdmin.Signing.Verification;

/// <summary>Turns findings into one sentence that somebody at a counter understands.</summary>
internal static class Verdicts
{
    public static VerificationReport Unreadable { get; } = new(
        Verdict.Unreadable, "Tệp này không phải là PDF hoặc đã bị hỏng, không thể kiểm tra.", "This file is not a PDF or is damaged; it cannot be checked.", []);

    public static VerificationReport Of(IReadOnlyList<SignatureReport> signatures)
    {
        if (signatures.Count == 0)
        {
            return new(Verdict.NotSigned, "Tài liệu không có chữ ký số.", "The document has no digital signature.", []);
        }

        if (signatures.FirstOrDefault(signature => signature.Problem is not null) is { } broken)
        {
            return new(
                Verdict.Broken,
                $"Chữ ký {NameOf(broken)} không hợp lệ: nội dung đã bị thay đổi hoặc chữ ký bị hỏng. Không sử dụng tài liệu này.",
                $"The signature {NameOf(broken)} does not hold: the content was changed or the signature is damaged. Do not use this document.",
                signatures);
        }

        if (signatures.FirstOrDefault(signature => signature.Changes.Any(change => change.Kind is ChangeKind.Content)) is { } changed)
        {
            var what = string.Join(", ", changed.Changes.Where(change => change.Kind is ChangeKind.Content).Select(change => change.What).Distinct().Take(5));
            return new(
                Verdict.Changed,
                $"Tài liệu đã bị thay đổi sau khi {NameOf(changed)} ký ({what}). Không sử dụng tài liệu này.",
                $"The document was changed after {NameOf(changed)} signed it ({what}). Do not use this document.",
                signatures);
        }

        if (signatures.FirstOrDefault(signature => signature.Status is SignerStatus.Revoked) is { } revoked)
        {
            return new(
                Verdict.Revoked,
                $"Tài liệu còn nguyên vẹn, nhưng chứng thư của {NameOf(revoked)} đã bị thu hồi ngày {revoked.RevokedAt:dd/MM/yyyy} và không chứng minh được là đã ký trước đó. Không sử dụng tài liệu này.",
                $"The document is intact, but the certificate of {NameOf(revoked)} was revoked on {revoked.RevokedAt:yyyy-MM-dd} and nothing proves that it signed before. Do not use this document.",
                signatures);
        }

        return signatures.FirstOrDefault(signature => signature.TrustProblem is not null) is { } untrusted
            ? new(
                Verdict.Untrusted,
                $"Tài liệu còn nguyên vẹn, nhưng chưa xác minh được chứng thư của {NameOf(untrusted)} ({untrusted.TrustProblem}).",
                $"The document is intact, but the certificate of {NameOf(untrusted)} could not be verified ({untrusted.TrustProblem}).",
                signatures)
            : Valid(signatures);
    }

    private static VerificationReport Valid(IReadOnlyList<SignatureReport> signatures)
    {
        var names = string.Join(", ", signatures.Select(NameOf).Distinct());
        var stamped = signatures.All(signature => signature.StampedAt is not null);
        var (statusVi, statusEn) = StatusOf(signatures);
        var (companyVi, companyEn) = signatures.Any(signature => signature.Doubtful.Count > 0)
            ? ("; một chứng thư gửi kèm chữ ký bị sửa hoặc không liên quan, không được dùng để xác minh", "; a certificate that came along was altered or belongs to nobody, and was not relied on")
            : ("", "");
        return new(
            Verdict.Valid,
            $"Tài liệu còn nguyên vẹn và được ký bởi {names}{(stamped ? ", có dấu thời gian" : "")}{statusVi}{companyVi}.",
            $"The document is intact and signed by {names}{(stamped ? ", with a timestamp" : "")}{statusEn}{companyEn}.",
            signatures);
    }

    private static (string Vi, string En) StatusOf(IReadOnlyList<SignatureReport> signatures) => signatures.MaxBy(signature => signature.Status)! switch
    {
        { Status: SignerStatus.Good } => (", chứng thư còn hiệu lực khi ký", ", with certificates that held when it was signed"),
        { Status: SignerStatus.Unknown } => ("; chưa hỏi được chứng thư có bị thu hồi hay không", "; whether a certificate was revoked could not be asked"),
        { Status: SignerStatus.RevokedLater } later => (
            $"; chứng thư của {NameOf(later)} bị thu hồi ngày {later.RevokedAt:dd/MM/yyyy}, sau khi ký, nên chữ ký vẫn có giá trị",
            $"; the certificate of {NameOf(later)} was revoked on {later.RevokedAt:yyyy-MM-dd}, after it signed, so the signature holds"),
        _ => ("", ""),
    };

    private static string NameOf(SignatureReport signature) => signature.Signer ?? signature.Field;
}
