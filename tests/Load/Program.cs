using PublicAdmin.Load;

// Drives a running office, or one it starts itself, and compares what it sees with the promises of the architecture:
//
//   dotnet run --project tests/Load -c Release -- [scenario…] [--url http://localhost:7071] [--seconds 10] [--connections 64]
//                                                [--dossiers 1000,100000] [--finished 10000] [--times 600] [--office folder]
//                                                [--folder kept]
//
// Scenarios: start adapters validation sign submit read track work transition upload journey counted counted-submits steps storage bytes
// sweep flood books books-short replay; all unless named. By name only: kills (--times 10000 --folder somewhere, goes on where it was broken off),
// replay-whole, carryover, portal (--told 48956; --folder somewhere: goes on there), package. Times are those of closed-loop callers after a warm-up.
// "office µs" is the office's processor time for one act, queue work included: of all the figures it suffers least from neighbours on the machine.
// "alone/s" is what office and driver would reach without neighbours, were the processor all that bounds them. "--office" names the folder of another build
// to drive, so that two can be measured in turns. A wait in which nothing moves for ten minutes ends the run and says what is missing.
InlineSockets.Use();
if (await Drivers.RunAsync(args))
{
    return 0;
}

var options = LoadOptions.Parse(args);
if (options.Scenarios.Except(Scenarios.All.Select(scenario => scenario.Name)).ToList() is [_, ..] unknown)
{
    Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. There are: {string.Join(", ", Scenarios.All.Select(scenario => scenario.Name))}.");
    return 2;
}

if (options.Url is { } office && !await OfficeProcess.AnswersAsync(office))
{
    Console.Error.WriteLine($"No office answers at {office}.");
    return 1;
}

Report.Head();
foreach (var (name, run) in Scenarios.All)
{
    if (!options.Wants(name))
    {
        continue;
    }

    try
    {
        await run(options);
    }
    catch (TimeoutException still)
    {
        Console.Error.WriteLine($"{name} is given up. {still.Message}");
        return 1;
    }
}

return 0;
