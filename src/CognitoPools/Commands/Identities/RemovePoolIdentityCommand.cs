using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Errors;
using CognitoPools.Identities;
using static System.Console;

namespace CognitoPools.Commands.Identities;

/// <summary>Removes identities from their identity pools, 60 with each call.</summary>
/// <remarks>
/// <para>A removed identity cannot be brought back: its user gets a new id at the next sign-in and loses what an app
/// stored under the old one. The cmdlet asks for each identity, unless -Force is given.</para>
/// <para>What is piped is gathered into calls of 60 for each Region, of which up to 8 are under way while more is
/// piped. Calls keep to the service's quota of 10 a second, which is 600 identities a second (see -RequestRate of
/// Connect-PoolAccount). Memory does not grow with the number of identities.</para>
/// <para>Identities that the service leaves unprocessed for an error of its own are tried again; each one that stays is
/// an error of its own, and the rest goes on. A call that the service refuses for one bad id is halved until that id is
/// found. An id that is gone already counts as removed. An id that is repeated within 10,000 is left out and counted as
/// repeated. A pool, or an id that is known to be a pool's, is refused.</para>
/// <para>At the end an information record with the tag CognitoPoolsSummary says how many identities were given, and
/// how many of them were removed, failed, are unknown or were not sent. In a terminal it is shown without being asked
/// for, unless nothing was given, as with -WhatIf; -InformationAction SilentlyContinue leaves it out. Where the output
/// is redirected, -InformationAction Continue shows it. -InformationVariable keeps it. It is never part of the output.
/// When the pipeline is stopped, by Ctrl+C or by Select-Object -First, nothing more is sent, the calls under way have
/// a second to be answered, and the same summary is shown as a warning. Running the same command again goes on from
/// there and does no harm.</para>
/// </remarks>
/// <example>
/// <title>Old guests of a pool</title>
/// <code>Get-PoolIdentity shop -Guest -CreatedBefore (Get-Date).AddDays(-90) | Remove-PoolIdentity -Force -InformationAction Continue</code>
/// Lists and removes at the same time, and shows the summary.
/// </example>
/// <example>
/// <title>See first</title>
/// <code>Get-PoolIdentity shop | Remove-PoolIdentity -WhatIf</code>
/// Names each identity that would go, and sends no call that changes something. Measure-PoolIdentity only counts them.
/// </example>
/// <example>
/// <title>Ids of a file</title>
/// <code>Import-Csv ids.csv | Remove-PoolIdentity -Force</code>
/// Takes the column IdentityId. Get-Content ids.txt gives one id a line.
/// </example>
/// <example>
/// <title>Keep a record</title>
/// <code>Get-Content ids.txt | Remove-PoolIdentity -Force -PassThru | Where-Object Status -ne 'Removed'</code>
/// Writes one result for each identity, and keeps those that were not removed.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DeleteIdentities, 60 identities a call and 10 calls a second by default;
/// DescribeIdentity for an identity whose removal the service refused, and ListIdentityPools once where an id given as
/// text was refused, because it may be a pool's. The identities' users are not told: they get a new identity at their
/// next sign-in.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html">Amazon Cognito: quotas</seealso>
[Cmdlet(VerbsCommon.Remove, "PoolIdentity", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolIdentityRemoval))]
public sealed class RemovePoolIdentityCommand : IdentityTargetCommand
{
    /// <summary>The tag of the information record with the summary.</summary>
    internal const string SummaryTag = "CognitoPoolsSummary";

    /// <summary>The engine shows a record with this tag, as it shows what Write-Host writes.</summary>
    private const string HostTag = "PSHOST";

    private static readonly TimeSpan AnswerGrace = TimeSpan.FromSeconds(1);

    private IdentityRemover? remover;
    private bool? asks;
    private bool summarized;

    /// <summary>Writes one result for each identity: removed, failed or unknown.</summary>
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
            // A pipeline that was stopped takes no more records, so the host tells what came of the work.
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
            $"Remove identity {identity.IdentityId}{pool}? Nothing brings it back.", MyInvocation.MyCommand.Name);
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
        // Whoever gives -InformationAction has decided.
        var isShown = summary.Given + summary.Refused > 0 && !IsOutputRedirected && !IsBound("InformationAction");
        WriteInformation(summary, isShown ? [SummaryTag, HostTag] : [SummaryTag]);
    }
}
