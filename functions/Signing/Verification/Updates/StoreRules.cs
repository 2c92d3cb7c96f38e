using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>
/// The Document Security Store (ETSI EN 319 142-1 section 5.4.2.2): renewed in place it may hold anything, as long as nothing but the store itself
/// refers to what it holds.
/// </summary>
internal sealed class StoreRules(UpdateStep step)
{
    private const int MostParts = 1_000;

    private static readonly string[] Lists = ["Certs", "OCSPs", "CRLs", "Cert", "OCSP", "CRL", "TS"];

    private readonly Lazy<HashSet<int>> _own = new(() => Collect(step));

    public bool Owns(int number) => _own.Value.Contains(number);

    /// <summary>The objects a file's store is made of, whoever else refers to them.</summary>
    public static HashSet<int> Parts(PdfFile file)
    {
        var found = new HashSet<int>();
        AddStore(file, file.Catalog["DSS"], found);
        var records = file.Dictionary(file.Catalog["DSS"])?["VRI"];
        Add(records, found);
        foreach (var record in file.Dictionary(records)?.Entries.Values ?? [])
        {
            AddStore(file, record, found);
        }

        return found;
    }

    private static HashSet<int> Collect(UpdateStep step)
    {
        var found = Parts(step.Old);
        if (found.Count > MostParts)
        {
            return [];
        }

        // Whatever somebody else refers to as well is not the store's; and then neither is what that one refers to.
        while (found.RemoveWhere(number => !IsOwn(step, number, found)) > 0)
        {
        }

        return found;
    }

    private static void AddStore(PdfFile file, PdfValue? store, HashSet<int> found)
    {
        Add(store, found);
        foreach (var list in Lists.Select(name => file.Dictionary(store)?[name]))
        {
            Add(list, found);
            file.Items(list).ToList().ForEach(item => Add(item, found));
        }
    }

    private static void Add(PdfValue? value, HashSet<int> found)
    {
        if (value is PdfReference reference)
        {
            found.Add(reference.Number);
        }
    }

    private static bool IsOwn(UpdateStep step, int number, HashSet<int> own) =>
        step.Holders(number).All(holder => own.Contains(holder) || (holder == step.Root && !References.Has(step.Old.Catalog.Without("DSS"), number)));
}
