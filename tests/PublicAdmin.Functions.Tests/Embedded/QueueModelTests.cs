using FsCheck;
using FsCheck.Fluent;
using PublicAdmin.Embedded.Messages;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Tests.Embedded;

/// <summary>Whatever receivers do, each message is settled once, sessions keep their order, and nothing is lost.</summary>
public sealed class QueueModelTests
{
    private static readonly QueueDefinition Queue = new(
        "model", Sessions: true, MaxDeliveries: 3, Lock: TimeSpan.FromMilliseconds(10), DuplicateWindow: TimeSpan.FromMinutes(1));

    [Fact]
    public void Every_message_ends_once_and_in_the_order_of_its_session() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Run).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void Run(byte[] script)
    {
        var course = new Course();
        foreach (var step in script)
        {
            course.Take(step);
        }

        course.Finish();
        Assert.Equal(course.Sent.Order(), course.Ended.Order());
        foreach (var session in course.Ended.GroupBy(sequence => sequence % 3))
        {
            Assert.Equal(session.Order(), session);
        }
    }

    private sealed class Course
    {
        private readonly QueueShelf _shelf = new(Queue);
        private readonly List<WaitingMessage> _out = [];
        private long _now = 1000;

        public List<long> Sent { get; } = [];

        public List<long> Ended { get; } = [];

        public void Take(byte step)
        {
            switch (step % 6)
            {
                case 0 or 1:
                    Send();
                    break;
                case 2:
                    Receive(1 + (step / 6 % 3));
                    break;
                case 3:
                    Settle(step / 6, giveBack: false);
                    break;
                case 4:
                    Settle(step / 6, giveBack: true);
                    break;
                default:
                    _now += step / 6 % 12; // Sometimes long enough for a lock to end.
                    break;
            }
        }

        public void Finish()
        {
            for (var idle = 0; idle < 2; idle++)
            {
                for (_now += 100; Receive(10); idle = 0)
                {
                    while (_out.Count > 0)
                    {
                        Settle(0, giveBack: false);
                    }
                }
            }
        }

        private void Send()
        {
            var sequence = Sent.Count + 1L;
            Sent.Add(sequence);
            _shelf.Add(new WaitingMessage(sequence, $"{sequence}", $"s{sequence % 3}", _now, 0), _now);
        }

        private bool Receive(int limit)
        {
            var (taken, wornOut) = _shelf.Take(limit, _now, _now + 10);
            _out.AddRange(taken);
            wornOut.ForEach(End);
            return taken.Count + wornOut.Count > 0;
        }

        private void Settle(int which, bool giveBack)
        {
            if (_out.Count == 0)
            {
                return;
            }

            var message = _out[which % _out.Count];
            _out.Remove(message);
            try
            {
                message = _shelf.Unlock(message.Sequence, message.Deliveries, _now);
            }
            catch (LockLostException)
            {
                return;
            }

            (giveBack ? _shelf.GiveBack : (Action<WaitingMessage>)End)(message);
        }

        private void End(WaitingMessage message)
        {
            Ended.Add(message.Sequence);
            _shelf.Leave(message);
        }
    }
}
