using Microsoft.AspNetCore.Http;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Processing.Lists;

/// <summary>What was typed, understood.</summary>
/// <param name="Prefix">Where in the office's index to begin.</param>
/// <param name="Name">What the applicant's name must also hold; null for numbers.</param>
public sealed record SearchQuery(string Prefix, string? Name);

/// <summary>Looks a dossier up in the index of one office. Only dossiers the caller may read are answered, whatever the index says.</summary>
public sealed class DossierSearch(SearchIndex index, CentralCodes central, ITables tables, DossierStore dossiers)
{
    private static readonly Role[] Readers = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Auditor];

    private readonly ITable _lists = tables[Tables.Lists];

    /// <summary>Whether what was typed is a person's number or phone.</summary>
    public static bool IsNumber(string typed) =>
        typed.Count(char.IsAsciiDigit) >= 9 && typed.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '+' or '-' or '(' or ')');

    /// <summary>Whether it may be a dossier's code, of ours or of the National Portal: one word with a digit in it.</summary>
    private static bool MayBeCode(string typed) => typed.Any(char.IsAsciiDigit) && !typed.Trim().Contains(' ', StringComparison.Ordinal);

    /// <summary>One page of what was typed, in the office and from the place the query names.</summary>
    public async Task<Result<PageOf<DossierSummary>>> AnswerAsync(HttpRequest request, string typed, CancellationToken ct)
    {
        if (MayBeCode(typed) && await central.OursAsync(typed, ct) is { } code)
        {
            return await ByCodeAsync(code, request.Caller(), ct);
        }

        if (!OfficeScope.Of(request, Readers).Try(out var office, out var refusal) || !PageAsked.Of(request).Try(out var asked, out refusal))
        {
            return refusal;
        }

        return QueryOf(typed) is { } query ? await FindAsync(office, query, asked, request.Caller(), ct) : WorkRefusals.QueryTooShort.At("q");
    }

    /// <returns>Null when there is too little to search for.</returns>
    public SearchQuery? QueryOf(string typed)
    {
        if (IsNumber(typed))
        {
            return new(PhoneNumbers.IsPhone(typed) ? index.PhonePrefix(typed) : index.NumberPrefix(string.Concat(typed.Where(char.IsAsciiDigit))), null);
        }

        // The longest word tells most; the others only filter.
        return AccentFolding.Words(typed).MaxBy(word => word.Length) is { Length: >= 2 } word ? new(SearchIndex.WordPrefix(word), typed) : null;
    }

    public async Task<PageOf<DossierSummary>> ByCodeAsync(DossierCode code, Caller caller, CancellationToken ct) =>
        new(await dossiers.FindAsync(code, ct) is { } stored && caller.MayRead(stored.Dossier) ? [DossierSummary.Of(stored.Dossier)] : [], null);

    public async Task<PageOf<DossierSummary>> FindAsync(string office, SearchQuery query, PageAsked asked, Caller caller, CancellationToken ct)
    {
        var page = await _lists.ScanAsync(RowRange.Prefix(WorkList.PartitionOf(office), query.Prefix).After(asked.After), asked.Limit, ct);
        var codes = page.Rows.Select(row => DossierCode.Parse(row.Key[(row.Key.LastIndexOf('|') + 1)..])).Distinct();
        var found = await Task.WhenAll(codes.Select(code => dossiers.FindAsync(code, ct)));
        var items = found.OfType<StoredDossier>().Select(stored => stored.Dossier)
            .Where(dossier => caller.MayRead(dossier) && (query.Name is null || AccentFolding.Finds(query.Name, dossier.Applicant.Name)))
            .Select(DossierSummary.Of).ToList();
        return new(items, page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }
}
