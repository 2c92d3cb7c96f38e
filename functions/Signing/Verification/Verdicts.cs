namespace PublicAdmin.Signing.Verification;

/// <summary>Turns findings into one sentence that somebody at a counter understands.</summary>
internal static class Verdicts
{
    public static VerificationReport Unreadable { get; } = new(
        Verdict.Unreadable, "Tệp này không phải là PDF hoặc đã bị hỏng, không thể kiểm tra.", "This file is not a PDF or is damaged; it cannot be checked.",
        []);

    public static VerificationReport Locked { get; } = new(
        Verdict.Uncheckable,
        "Tệp bị khóa (mã hóa), không thể kiểm tra tại đây. Hãy mở bằng phần mềm của người gửi hoặc xin bản không khóa.",
        "This file is locked (encrypted) and cannot be checked here. Open it with the sender's software, or ask for a copy that is not locked.",
        []);

    public static VerificationReport TooLarge { get; } = new(
        Verdict.Uncheckable,
        "Tệp quá lớn hoặc có quá nhiều thành phần, không thể kiểm tra tại đây.",
        "This file is too large or has too many parts to be checked here.",
        []);

    public static VerificationReport Of(IReadOnlyList<SignatureReport> signatures)
    {
        if (signatures.Count == 0)
        {
            return new(Verdict.NotSigned, "Tài liệu không có chữ ký số.", "The document has no digital signature.", []);
        }

        return Broken(signatures) ?? Changed(signatures) ?? Uncheckable(signatures) ?? Revoked(signatures) ?? Untrusted(signatures) ?? Valid(signatures);
    }

    private static VerificationReport? Broken(IReadOnlyList<SignatureReport> signatures)
    {
        if (signatures.FirstOrDefault(signature => signature.Problem is { } problem && !SignatureProblems.IsBeyondUs(problem)) is not { } broken)
        {
            return null;
        }

        return broken.Problem == SignatureProblems.Incomplete
            ? new(
                Verdict.Broken,
                "Khi ký, tài liệu thiếu các phần quyết định nội dung hiển thị; người khác có thể thêm vào sau. Không sử dụng tài liệu này.",
                "When it was signed, parts that decide what the document shows were missing; others could add them later. Do not use this document.",
                signatures)
            : new(
                Verdict.Broken,
                $"Chữ ký {NameOf(broken)} không hợp lệ: nội dung đã bị thay đổi hoặc chữ ký bị hỏng. Không sử dụng tài liệu này.",
                $"The signature {NameOf(broken)} does not hold: the content was changed or the signature is damaged. Do not use this document.",
                signatures);
    }

    private static VerificationReport? Changed(IReadOnlyList<SignatureReport> signatures)
    {
        if (signatures.FirstOrDefault(signature => signature.Changes.Any(change => change.Kind is UpdateKind.Content)) is not { } changed)
        {
            return null;
        }

        var what = string.Join(", ", changed.Changes.Where(change => change.Kind is UpdateKind.Content).Select(change => change.What).Distinct().Take(5));
        return new(
            Verdict.Changed,
            $"Tài liệu đã bị thay đổi sau khi {NameOf(changed)} ký ({what}). Không sử dụng tài liệu này.",
            $"The document was changed after {NameOf(changed)} signed it ({what}). Do not use this document.",
            signatures);
    }

    private static VerificationReport? Uncheckable(IReadOnlyList<SignatureReport> signatures)
    {
        if (signatures.FirstOrDefault(
            signature => signature.Problem is not null || signature.Changes.Any(change => change.Kind is UpdateKind.Unclear)) is not { } unclear)
        {
            return null;
        }

        var (vi, en) = ReasonOf(unclear);
        return new(
            Verdict.Uncheckable,
            $"Không thể kiểm tra chữ ký {NameOf(unclear)} tại đây: {vi}. Điều này không có nghĩa là tài liệu đã bị sửa.",
            $"The signature {NameOf(unclear)} cannot be checked here: {en}. This does not mean that the document was altered.",
            signatures);
    }

    private static (string Vi, string En) ReasonOf(SignatureReport signature) => signature.Problem switch
    {
        null => ("phần được thêm khi ký hoặc điền sau đó có thể che nội dung, hãy tự xem lại trang",
            "what was added by a later signature or value may cover content; look at the page yourself"),
        SignatureProblems.WeakHash => ("thuật toán băm đã lỗi thời, không còn đủ tin cậy", "its hash algorithm is outdated and proves nothing any more"),
        SignatureProblems.Ambiguous => ("các phần mềm có thể hiển thị tệp này khác nhau", "programs may show this file differently"),
        SignatureProblems.NoCertificate => ("chữ ký không kèm chứng thư", "it carries no certificate"),
        _ => ("loại chữ ký hoặc thuật toán chưa được hỗ trợ", "its kind or algorithm is not supported"),
    };

    private static VerificationReport? Revoked(IReadOnlyList<SignatureReport> signatures)
    {
        if (signatures.FirstOrDefault(signature => signature.Status is SignerStatus.Revoked) is not { } revoked)
        {
            return null;
        }

        return new(
            Verdict.Revoked,
            $"Tài liệu còn nguyên vẹn, nhưng chứng thư của {NameOf(revoked)} đã bị thu hồi ngày {revoked.RevokedAt:dd/MM/yyyy} "
                + "và không chứng minh được là đã ký trước đó. Không sử dụng tài liệu này.",
            $"The document is intact, but the certificate of {NameOf(revoked)} was revoked on {revoked.RevokedAt:yyyy-MM-dd} "
                + "and nothing proves that it signed before. Do not use this document.",
            signatures);
    }

    private static VerificationReport? Untrusted(IReadOnlyList<SignatureReport> signatures)
    {
        if (signatures.FirstOrDefault(signature => signature.TrustProblem is not null) is not { } untrusted)
        {
            return null;
        }

        var (vi, en) = AddedBehind(signatures);
        return new(
            Verdict.Untrusted,
            $"Tài liệu còn nguyên vẹn{vi}, nhưng chưa xác minh được chứng thư của {NameOf(untrusted)} ({untrusted.TrustProblem}).",
            $"The document is intact{en}, but the certificate of {NameOf(untrusted)} could not be verified ({untrusted.TrustProblem}).",
            signatures);
    }

    // Whoever reads only the first sentence must learn that the file is longer than what was signed.
    private static (string Vi, string En) AddedBehind(IReadOnlyList<SignatureReport> signatures) => signatures.Any(signature => signature.CoversWholeFile)
        ? ("", "")
        : (" (sau chữ ký cuối, tệp có thêm dữ liệu phục vụ xác minh, không đổi nội dung)",
            " (behind the last signature the file has data added for verification, which changes no content)");

    private static VerificationReport Valid(IReadOnlyList<SignatureReport> signatures)
    {
        var names = string.Join(", ", signatures.Select(NameOf).Distinct());
        var stamped = signatures.All(signature => signature.StampedAt is not null);
        var (statusVi, statusEn) = StatusOf(signatures);
        var (companyVi, companyEn) = signatures.Any(signature => signature.Doubtful.Count > 0)
            ? ("; một chứng thư gửi kèm chữ ký bị sửa hoặc không liên quan, không được dùng để xác minh",
                "; a certificate that came along was altered or belongs to nobody, and was not relied on")
            : ("", "");
        var (behindVi, behindEn) = AddedBehind(signatures);
        return new(
            Verdict.Valid,
            $"Tài liệu còn nguyên vẹn{behindVi} và được ký bởi {names}{(stamped ? ", có dấu thời gian" : "")}{statusVi}{companyVi}.",
            $"The document is intact{behindEn} and signed by {names}{(stamped ? ", with a timestamp" : "")}{statusEn}{companyEn}.",
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
