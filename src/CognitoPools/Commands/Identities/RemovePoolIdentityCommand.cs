using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Errors;
using CognitoPools.Identities;
using static System.Console;

namespace CognitoPools.Commands.Identities;

/// <summary>Removes identities from their identity pools, 60 with each call.</summary>
/// <remarks>
/// <para>The cmdlet removes the identities that you pipe or specify by id. A removed identity cannot be restored. Its
/// user gets a new id at the next sign-in and loses the data that an app stored under the old one. The cmdlet prompts
/// for confirmation for each identity unless -Force is specified.</para>
/// <para>The cmdlet collects piped identities into calls of 60 for each Region. Up to 8 calls are in progress while
/// more identities are piped. Calls stay within the service's quota of 10 a second, which is 600 identities a second.
/// To change the rate, use Connect-PoolAccount -RequestRate. Memory does not grow with the number of identities.</para>
/// <para>If an internal error of the service leaves an identity unprocessed, the cmdlet tries it again. Each identity
/// that still remains is a separate error, and the cmdlet continues with the others. If the service refuses a call
/// because of one invalid id, the cmdlet halves the batch until it finds that id. An identity that no longer exists
/// counts as removed. An id that is repeated within 10,000 ids is skipped and counted as repeated.</para>
/// <para>At the end, the cmdlet writes a summary as an information record with the tag CognitoPoolsSummary. It shows
/// how many identities were specified, removed, failed, unknown and not sent. A terminal shows it by default, unless no
/// identity was specified, as with -WhatIf. To hide it, use -InformationAction SilentlyContinue. If the output is
/// redirected, use -InformationAction Continue to show it. -InformationVariable stores it. The summary is never part of
/// the output.</para>
/// <para>If you stop the pipeline, with Ctrl+C or Select-Object -First, the cmdlet sends no more calls. Calls in
/// progress have one second to complete, and the cmdlet shows the same summary as a warning. You can safely run the
/// same command again to continue.</para>
/// <para>This cmdlet cannot remove an identity pool. It refuses a pool object, and an id that is known to be the id of
/// a pool.</para>
/// </remarks>
/// <example>
/// <title>Old guests of a pool</title>
/// <code>Get-PoolIdentity shop -Guest -CreatedBefore (Get-Date).AddDays(-90) | Remove-PoolIdentity -Force -InformationAction Continue</code>
/// Lists and removes identities at the same time, and shows the summary.
/// </example>
/// <example>
/// <title>Preview the removal</title>
/// <code>Get-PoolIdentity shop | Remove-PoolIdentity -WhatIf</code>
/// Names each identity that would be removed, and sends no call that changes anything. Use Measure-PoolIdentity to
/// count them instead.
/// </example>
/// <example>
/// <title>Ids from a file</title>
/// <code>Import-Csv ids.csv | Remove-PoolIdentity -Force</code>
/// Uses the column IdentityId. You can also use Get-Content ids.txt for a file with one id on each line.
/// </example>
/// <example>
/// <title>Keep a record</title>
/// <code>Get-Content ids.txt | Remove-PoolIdentity -Force -PassThru | Where-Object Status -ne 'Removed'</code>
/// Returns one result for each identity, and keeps those that were not removed.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DeleteIdentities, 60 identities a call and by default 10 calls a second;
/// DescribeIdentity for an identity whose removal the service refused; ListIdentityPools once if an id specified as
/// text was refused, because it may be the id of a pool. The users of the identities are not notified; they get a new
/// identity at their next sign-in.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html">Amazon Cognito: quotas</seealso>
[Cmdlet(VerbsCommon.Remove, "PoolIdentity", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolIdentityRemoval))]
public sealed class RemovePoolIdentityCommand : IdentityTargetCommand
{
    /// <summary>The tag of the information record with the summary.</summary>
    internal const string SummaryTag = "CognitoPoolsSummary";

    /// <summary>The engine shows a record with this tag, as it does for Write-Host.</summary>
    private const string HostTag = "PSHOST";

    private static readonly TimeSpan AnswerGrace = TimeSpan.FromSeconds(1);

    private IdentityRemover? remover;
    private bool? asks;
    private bool summarized;

    /// <summary>Returns one result for each identity, with its status: Removed, Failed or Unknown. By default, the
    /// cmdlet returns nothing.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override TimeSpan StopGrace => AnswerGrace;

    private protected override void Process()
    {
        remover ??= new IdentityRemover(Reporter, Observer, Cancellation);
        IdentityArgument identity;
        try
        {
            DestructionTarget.RequireIdentity(CurrentItem);
            identity = IdentityArgument.Read(CurrentItem);
            if (Region is not null)
                CheckRegion(identity.IdentityId);
            if (!Approves(identity))
                return;
            Send(remover.AddAsync(ConnectionFor(identity.Connection), identity.IdentityId, identity.IdentityPoolId));
        }
        catch (Exception exception) when (exception is InvalidSettingException or PoolException)
        {
            remover.Refuse();
            throw;
        }
    }

    private protected override void End()
    {
        if (remover is null)
            return;
        Send(remover.FinishAsync());
        Summarize();
    }

    private protected override void Close()
    {
        if (remover is null)
            return;
        if (!summarized)
        {
            // A stopped pipeline accepts no more records, so the summary goes to the host.
            remover.StopAsync(AnswerGrace).GetAwaiter().GetResult();
            summarized = true;
            if (remover.Summary.Given > 0)
                TellHost(ui => ui.WriteWarningLine(remover.Summary.ToString()));
        }
        remover.Dispose();
    }

    private bool Approves(IdentityArgument identity)
    {
        asks ??= !Force || IsBound("Confirm") || IsWhatIf;
        if (!asks.Value)
            return true;
        var pool = identity.IdentityPoolId is null ? "" : $" of identity pool {identity.IdentityPoolId}";
        return ShouldProcess(
            $"Remove identity {identity.IdentityId}{pool}",
            $"Remove identity {identity.IdentityId}{pool}? It cannot be restored.", MyInvocation.MyCommand.Name);
    }

    private void Send(Task work)
    {
        try
        {
            Await(work);
        }
        catch (OperationCanceledException) when (remover!.Fault is { } fault)
        {
            Await(remover.StopAsync(AnswerGrace));
            WriteResults();
            Summarize();
            ThrowTerminatingError(PoolErrors.From(fault, Unwrapped.Object(CurrentItem)));
        }
        WriteResults();
    }

    private void WriteResults()
    {
        DrainReports();
        while (remover!.TryTake(out var outcome))
        {
            if (PassThru)
            {
                WriteObject(new PoolIdentityRemoval(
                    outcome.IdentityId, outcome.IdentityPoolId, outcome.Status,
                    outcome.Error is null ? null : ShownText.Of(outcome.Error.Message)));
            }
            if (outcome.Error is { } error)
                WriteError(PoolErrors.OfIdentity(outcome.IdentityId, outcome.Status, error));
        }
    }

    private void Summarize()
    {
        summarized = true;
        var summary = remover!.Summary;
        // -InformationAction overrides the default.
        var isShown = summary.Given + summary.Refused > 0 && !IsOutputRedirected && !IsBound("InformationAction");
        WriteInformation(summary, isShown ? [SummaryTag, HostTag] : [SummaryTag]);
    }
}
