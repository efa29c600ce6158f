namespace CognitoPools.Account;

/// <summary>A single call that changes something and cannot be undone. When its answer is lost, reading tells what came
/// of it.</summary>
/// <typeparam name="T">What the call gives.</typeparam>
/// <param name="change">What the call does, as a clause: 'user 'a' was merged into 'b''.</param>
/// <param name="already">How it is when nothing is left to do, as a clause.</param>
/// <param name="check">The command that shows whether it was done.</param>
/// <param name="sendAsync">The call.</param>
/// <param name="readAsync">What the call would have given when it is done; null when it is not.</param>
internal sealed class SettledCall<T>(
    string change, string already, string check, Func<CancellationToken, Task<T>> sendAsync, Func<CancellationToken, Task<T?>> readAsync)
    where T : class
{
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(5);

    /// <summary>Whether a refusal may be the answer to a second copy of this very request, which the first copy caused.</summary>
    public Func<Exception, bool> IsOwnDoing { get; init; } = _ => false;

    /// <summary>Sends the call.</summary>
    /// <param name="time">The clock of the waits.</param>
    /// <param name="stop">Stops it softly.</param>
    /// <returns>What the call gives.</returns>
    /// <exception cref="OutcomeException">It may have been done, or was done before the stop.</exception>
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
            $"The service refused the request ({cause.Message.TrimEnd('.')}), and nothing is left to do: {already}. Either it was "
                + "so before, or a copy of this very request arrived first.",
            $"{check} shows it.", isKnown: true, cause);

    private OutcomeException DoneBeforeStop(Exception cause) =>
        new($"Before the command was stopped, {change}.", $"{check} shows it.", isKnown: true, cause);

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
                $"It may have been that {change}: the answer was lost ({cause.Message.TrimEnd('.')}), and reading failed too.",
                $"{check} shows whether it is so.", isKnown: false, cause);
        }
        catch (Exception)
        {
            // Nothing speaks against the refusal.
            return null;
        }
    }
}
