namespace CognitoPools.Pools;

/// <summary>Lets only one command of a process change a pool at a time. The service has no version check, so two commands
/// that read the same state would lose an edit.</summary>
public static class PoolTurns
{
    private static readonly Dictionary<string, Turn> Turns = new(StringComparer.Ordinal);

    /// <summary>Waits until no other command changes the pool. Dispose the result to release the pool. A thread that
    /// already has the pool continues at once, because the commands of a pipeline can be nested.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="thread">The thread of the pipeline.</param>
    /// <param name="reporter">Receives a message when the command must wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IDisposable> EnterAsync(
        string identityPoolId, Thread thread, IReporter reporter, CancellationToken cancellationToken)
    {
        Turn turn;
        lock (Turns)
        {
            if (!Turns.TryGetValue(identityPoolId, out turn!))
                Turns.Add(identityPoolId, turn = new Turn(identityPoolId));
            if (turn.Holder == thread)
                return new Nested();
            turn.Users++;
        }
        try
        {
            if (!turn.Gate.Wait(0, CancellationToken.None))
            {
                reporter.Verbose(
                    $"Another command of this process is changing identity pool {identityPoolId}. Waiting for it to end.");
                reporter.Progress("Waiting for another command", $"It is changing identity pool {identityPoolId}");
                try
                {
                    await turn.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    reporter.Progress("Waiting for another command", null);
                }
            }
        }
        catch (OperationCanceledException)
        {
            turn.Leave();
            throw;
        }
        turn.Holder = thread;
        return turn;
    }

    private sealed class Nested : IDisposable
    {
        public void Dispose()
        {
            // The outer command of the same thread releases the pool.
        }
    }

    private sealed class Turn(string identityPoolId) : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }

        public Thread? Holder { get; set; }

        public void Leave()
        {
            lock (Turns)
            {
                if (--Users == 0)
                    Turns.Remove(identityPoolId);
            }
        }

        public void Dispose()
        {
            Holder = null;
            Gate.Release();
            Leave();
        }
    }
}
