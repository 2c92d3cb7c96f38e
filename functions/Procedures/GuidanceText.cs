using System.Globalization;
using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

/// <summary>The sentences of <see cref="Guidance"/>.</summary>
internal static class GuidanceText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static Text NoFee { get; } = new("Không mất phí.", "Free of charge.");

    public static Text Bring(Component component)
    {
        var (vi, en) = component.Form switch
        {
            ComponentForm.Form => ("điền tại chỗ hoặc trên mạng", "fill in here or online"),
            ComponentForm.Original => ("bản chính", "original"),
            ComponentForm.Copy => ("bản sao", "copy"),
            ComponentForm.Shown => ("chỉ cần xuất trình", "only to be shown"),
            _ => throw new InvalidOperationException($"{component.Form} is not handed in."),
        };
        var sets = component.Sets > 1 ? component.Sets : (int?)null;
        return new(
            $"{component.Name.Vi} ({vi}{(sets is null ? "" : $", {sets} bộ")}{(component.When is { } khi ? $"; {khi.Vi}" : "")})",
            $"{component.Name.En} ({en}{(sets is null ? "" : $", {sets} sets")}{(component.When is { } when ? $"; {when.En}" : "")})");
    }

    public static Text HowLong(ProcedureTerm term)
    {
        var normal = TermWords.Of(term.Normal);
        var (vi, en) = (new List<string> { $"{Capital(normal.Vi)}." }, new List<string> { $"{Capital(normal.En)}." });
        if (term.Normal.LocalityBonus > 0)
        {
            var longer = TermWords.Of(term.Normal with { Value = term.Normal.ValueIn(difficultCommune: true), LocalityBonus = 0 });
            vi.Add($"Ở xã miền núi, xã khó khăn: {longer.Vi}.");
            en.Add($"In mountainous and difficult communes: {longer.En}.");
        }

        if (term.Verified is { } verified)
        {
            vi.Add($"Nếu phải xác minh: không quá {TermWords.Of(verified).Vi}.");
            en.Add($"If something has to be verified: at most {TermWords.Of(verified).En}.");
        }

        foreach (var one in term.Cases ?? [])
        {
            vi.Add($"{one.Name.Vi}: {TermWords.Of(one.Term).Vi}.");
            en.Add($"{one.Name.En}: {TermWords.Of(one.Term).En}.");
        }

        return new(string.Join(' ', vi), string.Join(' ', en));
    }

    public static Text Cost(FeeRule fee)
    {
        var (vi, en) = fee switch
        {
            { Basis: FeeBasis.Free } => ("không mất phí", "free"),
            { Basis: FeeBasis.PerCase } => ($"{Money(fee.Amount)} đồng mỗi hồ sơ", $"{Money(fee.Amount)} đồng"),
            { Basis: FeeBasis.PerCopy } => ($"{Money(fee.Amount)} đồng mỗi bản", $"{Money(fee.Amount)} đồng a copy"),
            { Basis: FeeBasis.PerPage, Pages: { } pages } => (
                $"{Money(pages.Amount)} đồng mỗi trang, từ trang thứ "
                    + $"{pages.CheaperFrom} là {Money(pages.CheaperAmount)} đồng, không quá {Money(pages.Cap)} đồng mỗi bản",
                $"{Money(pages.Amount)} đồng a page, {Money(pages.CheaperAmount)} from page {pages.CheaperFrom}, at most {Money(pages.Cap)} a copy"),
            _ => ("có thu, mức do Hội đồng nhân dân tỉnh quy định; hãy hỏi cán bộ một cửa",
                "charged; the amount is set by the province, please ask at the desk"),
        };
        return new($"{fee.Name.Vi}{(fee.When is { } khi ? $" ({khi.Vi})" : "")}: {vi}.",
            $"{fee.Name.En}{(fee.When is { } when ? $" ({when.En})" : "")}: {en}.");
    }

    public static Text Where(ProcedureVersion procedure) => procedure.Competence.Rule switch
    {
        CompetenceRule.AnyCommune => new(
            "Bất kỳ Trung tâm Phục vụ hành chính công nào trong tỉnh.", "Any Public Administration Service Center of the province."),
        CompetenceRule.UnitOfResidence => new(
            "Bất kỳ Trung tâm Phục vụ hành chính công nào trong tỉnh; nơi giải quyết là xã, phường nơi bạn ở.",
            "Any center of the province; the commune or ward where you live decides."),
        CompetenceRule.UnitOfPlace => new(
            "Bất kỳ Trung tâm Phục vụ hành chính công nào trong tỉnh; nơi giải quyết là xã, phường có đất, nhà hoặc sổ gốc.",
            "Any center of the province; the commune or ward of the land, house or register decides."),
        _ => new(
            "Bất kỳ Trung tâm Phục vụ hành chính công nào trong tỉnh; hồ sơ được chuyển đến cơ quan có thẩm quyền.",
            "Any center of the province; the request is passed to the competent agency."),
    };

    public static Text Online(ServiceMode mode, ServiceRoute route)
    {
        var portal = route.System is ServiceSystem.Ministry && route.Where is { } where ? where : "dichvucong.gov.vn";
        return mode.Kind switch
        {
            ServiceModeKind.Full => new($"Làm được hoàn toàn trên mạng tại {portal} hoặc VNeID.", $"Can be done entirely online at {portal} or VNeID."),
            ServiceModeKind.Partial => new($"Nộp được trên mạng tại {portal}. {mode.Reason!.Vi}", $"Can be filed online at {portal}. {mode.Reason!.En}"),
            _ => new($"Phải đến trực tiếp. {mode.Reason!.Vi}", $"You have to come in person. {mode.Reason!.En}"),
        };
    }

    private static string Capital(string text) => char.ToUpper(text[0], Vietnamese) + text[1..];

    private static string Money(long? amount) => amount?.ToString("N0", Vietnamese) ?? "";
}
