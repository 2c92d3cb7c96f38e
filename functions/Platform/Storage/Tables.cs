namespace PublicAdmin.Platform.Storage;

/// <summary>Every table of the system. infra/ creates exactly these.</summary>
public static class Tables
{
    /// <summary>One partition per dossier: head, events, papers, accesses, projection mark.</summary>
    public const string Dossiers = "Dossiers";

    /// <summary>Partition per caller and key: which dossier code a request was given.</summary>
    public const string Requests = "Requests";

    /// <summary>Partition per office and day: the serials handed out, and the explanation of each gap.</summary>
    public const string Serials = "Serials";

    /// <summary>Partition per list: an office's work and search words, a citizen's dossiers.</summary>
    public const string Lists = "Lists";

    /// <summary>Partition per owner: uploads on their way, bytes already given.</summary>
    public const string Uploads = "Uploads";

    /// <summary>Partition per citizen: papers and past results that may be used again.</summary>
    public const string Wallet = "Wallet";

    /// <summary>Partition per citizen: forms begun and not yet sent.</summary>
    public const string Drafts = "Drafts";

    /// <summary>Offices, staff, delegations, procedures, calendars: what an administrator changes, effective-dated.</summary>
    public const string Reference = "Reference";

    /// <summary>Partition per client and window: how often somebody guessed.</summary>
    public const string RateLimits = "RateLimits";

    /// <summary>Partition per generation of the books: facts and roll-ups; what a supervisor asked, what citizens rated.</summary>
    public const string Statistics = "Statistics";

    /// <summary>Who is signed in on the pages, and sign-ins on their way.</summary>
    public const string Sessions = "Sessions";

    /// <summary>Payment orders, books of receipts, cash days, reconciliations, alarms.</summary>
    public const string Payments = "Payments";

    /// <summary>Partition per dossier: how far it is handed over to the archive.</summary>
    public const string Archive = "Archive";

    public static IReadOnlyList<string> All { get; } = [
        Dossiers, Requests, Serials, Lists, Uploads, Wallet, Drafts, Reference, RateLimits, Statistics, Sessions, Payments, Archive];
}
