using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>The stream of one worker: FunctionRpc over gRPC, whose frames are five bytes and a message.</summary>
internal sealed class RpcStream
{
    private const int HeadLength = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _asked = new();
    private readonly Channel<JsonObject> _outbox = Channel.CreateUnbounded<JsonObject>();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the worker logged: category, level, text and fault.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Done when the worker has connected.</summary>
    public Task Opened => _opened.Task.WaitAsync(Patience);

    /// <summary>Sends what needs no answer.</summary>
    public void Tell(JsonObject message) => _outbox.Writer.TryWrite(message);

    /// <param name="id">Under which the answer comes: of the request, or of the invocation.</param>
    public async Task<JsonObject> AskAsync(string id, JsonObject message)
    {
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_outbox.Writer.TryWrite(message))
        {
            throw new IOException("The worker is gone.");
        }

        return await answer.Task.WaitAsync(Patience);
    }

    /// <summary>The worker is dead: whoever waits for it is told.</summary>
    public void Break()
    {
        _outbox.Writer.TryComplete();
        foreach (var waiting in _asked.Values)
        {
            waiting.TrySetException(new IOException("The worker is gone."));
        }
    }

    public async Task ServeAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        await http.Response.StartAsync();
        var writing = WriteAsync(http.Response.Body);
        try
        {
            await ReadAsync(http.Request.Body);
        }
        catch (Exception e) when (e is EndOfStreamException or IOException or OperationCanceledException or BadHttpRequestException)
        {
            Break(); // The worker has gone.
        }

        await writing;
    }

    private async Task WriteAsync(Stream to)
    {
        try
        {
            await foreach (var message in _outbox.Reader.ReadAllAsync())
            {
                var bytes = RpcMessages.Write(message);
                var frame = new byte[HeadLength + bytes.Length];
                BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), bytes.Length);
                bytes.CopyTo(frame, HeadLength);
                await to.WriteAsync(frame);
                await to.FlushAsync();
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            Break();
        }
    }

    private async Task ReadAsync(Stream from)
    {
        var head = new byte[HeadLength];
        while (true)
        {
            await from.ReadExactlyAsync(head);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1))];
            await from.ReadExactlyAsync(body);
            Take(RpcMessages.Read(body));
        }
    }

    private void Take(JsonObject message)
    {
        if (message.ContainsKey("startStream"))
        {
            _opened.TrySetResult();
        }
        else if (message["rpcLog"] is JsonObject log)
        {
            Log.Enqueue($"{log["category"]} {log["level"]}: {log["message"]} {log["exception"]?["message"]}");
        }
        else if (_asked.TryRemove((string?)message["invocationResponse"]?["invocationId"] ?? (string?)message["requestId"] ?? "", out var waiting))
        {
            waiting.TrySetResult(message);
        }
    }
}
