using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PublicAdmin.Embedded;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Embedded.Replay;
using PublicAdmin.Embedded.SampleData;
using PublicAdmin.Embedded.Sqlite;

Console.OutputEncoding = System.Text.Encoding.UTF8;
try
{
    if (args is [ReplayCommand.Name, .. var rest])
    {
        return await ReplayCommand.RunAsync(rest);
    }

    await using var office = EmbeddedOffice.Build(args);
    await office.StartAsync();
    Console.WriteLine(Welcome.At(
        office.Urls.First(), EmbeddedOffice.FolderOf(office.Configuration), office.Services.GetService<DevelopmentIssuer>() is not null,
        office.Services.GetService<SampleFolder>() is not null));
    await office.WaitForShutdownAsync();
    return 0;
}
catch (Exception closed) when (closed is FolderInUseException or OtherVersionException or FolderLostException or RestoreRefusedException or IOException)
{
    Console.Error.WriteLine(closed.Message); // The port or the folder is taken, or not ours: a sentence helps more than a stack trace.
    return 1;
}
catch (SqliteFault damaged) when (DatabaseDamage.Is(damaged))
{
    var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
    Console.Error.WriteLine(FolderLostException.OfDamage(EmbeddedOffice.FolderOf(settings)).Message);
    return 1;
}
