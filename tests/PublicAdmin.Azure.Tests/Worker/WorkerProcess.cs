using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>The real worker, as it was built, in a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private bool _isDisposed;

    private WorkerProcess(Process process, RpcStream stream) => (_process, Stream) = (process, stream);

    public RpcStream Stream { get; }

    public IReadOnlyList<FunctionOfHost> Functions { get; private set; } = [];

    /// <summary>Where the worker takes requests that the host passes on.</summary>
    public Uri Http { get; private set; } = null!;

    /// <summary>From the start of the process until every function was loaded.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>What it has cost so far, on whatever core: unlike the time on the wall the same on a busy machine.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>All it has logged to the host or written to its console.</summary>
    public IReadOnlyList<string> Log => [.. Stream.Log, .. _said];

    public bool HasExited => _process.HasExited;

    public static async Task<WorkerProcess> StartAsync(Uri rpc, RpcStream stream, IReadOnlyDictionary<string, string> settings)
    {
        var watch = Stopwatch.StartNew();
        string[] arguments =
        [
            "PublicAdmin.Functions.dll", "--functions-uri", rpc.AbsoluteUri, "--functions-worker-id", "w1", "--functions-request-id", "r1",
            "--functions-grpc-max-message-length", "134217728",
        ];
        var start = new ProcessStartInfo(
            "dotnet", arguments) { WorkingDirectory = Package.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        (start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"], start.Environment["FUNCTIONS_WORKER_RUNTIME"], start.Environment["SSL_CERT_FILE"]) =
            (Package.Folder, "dotnet-isolated", StandInCertificate.File);
        var worker = new WorkerProcess(Process.Start(start)!, stream);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => worker.Dispose();
        worker.Listen();
        await worker.LoadAsync();
        worker.StartedIn = watch.Elapsed;
        return worker;
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        Stream.Break();
    }

    /// <summary>As the host ends a worker it no longer needs.</summary>
    public async Task<int> TerminateAsync()
    {
        Stream.Tell(new() { ["workerTerminate"] = new JsonObject() });
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true) is false)
        {
            Kill();
            _process.Dispose();
        }
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task LoadAsync()
    {
        await Task.WhenAny(Stream.Opened, _process.WaitForExitAsync());
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The worker ended with {_process.ExitCode}: {string.Join('\n', _said)}");
        }

        var init = await AskAsync(new()
        {
            ["workerInitRequest"] = new JsonObject { ["hostVersion"] = "4.1045.0", ["capabilities"] = new JsonObject(),
                ["functionAppDirectory"] = Package.Folder, ["workerDirectory"] = Package.Folder },
        });
        Http = new Uri((string)init["workerInitResponse"]!["capabilities"]!["HttpUri"]!);
        var found = await AskAsync(new() { ["functionsMetadataRequest"] = new JsonObject { ["functionAppDirectory"] = Package.Folder } });
        Functions = [
            .. found["functionMetadataResponse"]!["functionMetadataResults"]!.AsArray().Select(one => new FunctionOfHost(one!.AsObject()))
                .OrderBy(one => one.Precedence)];
        foreach (var function in Functions)
        {
            var loaded = await AskAsync(
                new() { ["functionLoadRequest"] = new JsonObject { ["functionId"] = function.Id, ["metadata"] = function.Metadata.DeepClone() } });
            if ((string?)loaded["functionLoadResponse"]!["result"]!["status"] != "Success")
            {
                throw new InvalidOperationException($"{function.Name}: {loaded.ToJsonString()}");
            }
        }
    }

    private Task<JsonObject> AskAsync(JsonObject message)
    {
        var id = Guid.NewGuid().ToString();
        message["requestId"] = id;
        return Stream.AskAsync(id, message);
    }
}
