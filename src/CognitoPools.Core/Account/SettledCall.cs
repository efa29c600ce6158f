namespace CognitoPools.Account;

/// <summary>A single call that makes a change which cannot be undone. If its answer is lost, a read determines the
/// outcome.</summary>
/// <typeparam name="T">The result of the call.</typeparam>
/// <param name="change">The change, as a clause: 'user 'a' was merged into 'b''.</param>
/// <param name="already">The state in which no change is required, as a clause.</param>
/// <param name="check">The command that shows whether the change was made.</param>
/// <param name="sendAsync">The call.</param>
/// <param name="readAsync">Reads the result if the change was made; null otherwise.</param>
internal sealed class SettledCall<T>(
    string change, string already, string check, Func<CancellationToken, Task<T>> sendAsync, Func<CancellationToken, Task<T?>> readAsync)
    where T : class
{
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(5);

    /// <summary>Whether a refusal can be the answer to a second copy of the request, caused by the first
    /// copy.</summary>
    public Func<Exception, bool> IsOwnDoing { get; init; } = _ => false;

    /// <summary>Sends the call.</summary>
    /// <param name="time">The clock of the waits.</param>
    /// <param name="stop">Stops it gracefully.</param>
    /// <returns>The result of the call.</returns>
    /// <exception cref="OutcomeException">The change was made before the stop, or it is unknown whether it was
    /// made.</exception>
    public async Task<T> RunAsync(TimeProvider time, CancellationToken stop)
    {
        try
        {
            var result = await AnswerGrace.RunAsync(time, stop, sendAsync).ConfigureAwait(false);
            return stop.IsCancellationRequested ? throw DoneBeforeStop(new OperationCanceledException(stop)) : result;
        }
        catch (Exception cause) when (AwsErrors.IsAmbiguous(cause) || IsOwnDoing(cause))
        {
            if (await ReadAsync(time, cause).ConfigureAwait(false) is not { } result)
                throw;
            if (stop.IsCancellationRequested)
                throw DoneBeforeStop(cause);
            return AwsErrors.IsAmbiguous(cause) ? result : throw DoneByAnother(cause);
        }
    }

    private OutcomeException DoneByAnother(Exception cause) =>
        new(
            $"The service refused the request ({cause.Message.TrimEnd('.')}), but no change is required: {already}. Either this was "
                + "already the case, or a copy of this request arrived first.",
            $"Run {check} to check.", isKnown: true, cause);

    private OutcomeException DoneBeforeStop(Exception cause) =>
        new($"Before the command was stopped, {change}.", $"Run {check} to check.", isKnown: true, cause);

    private async Task<T?> ReadAsync(TimeProvider time, Exception cause)
    {
        using var limit = time.CreateCancellationTokenSource(ReadLimit);
        try
        {
            return await readAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception) when (AwsErrors.IsAmbiguous(cause))
        {
            throw new OutcomeException(
                $"It is unknown whether {change}: the answer was lost ({cause.Message.TrimEnd('.')}), and the result could not be read.",
                $"Run {check} to find out.", isKnown: false, cause);
        }
        catch (Exception)
        {
            // The refusal is reported, because nothing contradicts it.
            return null;
        }
    }
}
