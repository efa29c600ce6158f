using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Documents.Sources;
using CognitoPools.Errors;
using CognitoPools.Pools;

namespace CognitoPools.Commands.Pool;

/// <summary>Writes identity pools with their roles as pool documents, CloudFormation templates or Terraform
/// configurations.</summary>
/// <remarks>
/// <para>A pool document is one readable JSON file with everything that the service and IAM have of the pool: name, guest access,
/// basic flow, providers with role settings, rules and attribute mappings, tags, and the roles with trust policy, inline and
/// attached policies, permissions boundary, path and tags. Import-CognitoIdentityPool makes the pool of it again, here or in another
/// Region or account. Identities cannot be exported: their ids belong to the service, and users of another pool get new ones.</para>
/// <para>Where the account, the Region, the partition or the id of the pool stood in an ARN or a trust policy, the document has a
/// placeholder such as ${AccountId}. The consumer secret of a Twitter or Digits provider is never written; the document names the
/// value that Import-CognitoIdentityPool asks for. A role that the caller cannot read, or that no longer exists, is only referred to,
/// with a warning; a document without roles that could not be read is written to a file only with -Force. The keys and placeholders
/// are described in about_CognitoPools_Documents.</para>
/// <para>With -Path, a path that ends with .json, .template or .tf is a file, and any other is a folder, which gets a file for each
/// pool; -AllRegions, and a pool of another Region than the connection's, makes a folder in it for the Region, and -Format Terraform
/// one for each pool. A file is replaced whole or not at all, and one that would not change is
/// left alone. Pools that share a name get a part of their id in the file's name. Files of pools that no longer exist stay.</para>
/// <para>-Format CloudFormation and Terraform write the pool, its roles and their policies with what adopts them without creating
/// them anew: a second file, resources-to-import.json, for the change set of the type IMPORT, and import blocks of Terraform. What
/// the format cannot express is a warning, and stands in the template's metadata or in a comment.</para>
/// </remarks>
/// <example>
/// <title>A pool as a file</title>
/// <code>Export-CognitoIdentityPool shop -Path ./shop.json</code>
/// Writes the pool and its roles to a file.
/// </example>
/// <example>
/// <title>A copy of a pool</title>
/// <code>Get-CognitoIdentityPool shop | Export-CognitoIdentityPool | Import-CognitoIdentityPool -Name shop-copy</code>
/// Makes a second pool with roles of its own beside the first. Its identities are not copied.
/// </example>
/// <example>
/// <title>A backup of every pool</title>
/// <code>Export-CognitoIdentityPool -AllRegions -Path ./pools</code>
/// Writes a file for each pool into a folder for each Region, for a repository of git.
/// </example>
/// <example>
/// <title>From the console to Terraform</title>
/// <code>Export-CognitoIdentityPool shop -Format Terraform -Path ./shop.tf</code>
/// Writes a configuration whose import blocks adopt the pool, its roles and their policies.
/// </example>
/// <example>
/// <title>From the console to CloudFormation</title>
/// <code>Export-CognitoIdentityPool shop -Format CloudFormation -Path ./shop.template.json -PassThru</code>
/// Writes the template and shop.resources-to-import.json, and returns both files.
/// </example>
/// <returns>The document, or with -PassThru the files that were written.</returns>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam:
/// GetRole, ListRoles, ListRolePolicies, GetRolePolicy and ListAttachedRolePolicies.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito: identity
/// pools</seealso>
[Cmdlet(VerbsData.Export, "CognitoIdentityPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(PoolDocument), typeof(FileInfo))]
public sealed class ExportCognitoIdentityPoolCommand : PoolSelectionCommand
{
    private readonly Dictionary<string, IReadOnlyList<PoolListing>> listings = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A file, which ends with .json, .template or .tf, or a folder. Without it the documents go to the pipeline; keep them with
    /// -Path or Set-Content, because the operator > breaks lines at the width of the window.</summary>
    [Parameter(Position = 1)]
    public string? Path { get; set; }

    /// <summary>What is written: Document (the default), CloudFormation or Terraform.</summary>
    [Parameter]
    [OneValue(Of = typeof(PoolDocumentFormat))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolDocumentFormat>))]
    public Choice<PoolDocumentFormat> Format { get; set; }

    /// <summary>Leaves a file alone that exists, with an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Replaces read-only files too, writes a document whose roles could not all be read, and answers every question with yes,
    /// unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void CheckParameters()
    {
        Combination.OnlyWith(
            nameof(Path), Path is not null, (nameof(NoClobber), NoClobber), (nameof(PassThru), PassThru), (nameof(Force), Force));
    }

    private protected override IdentityPool Read(AccountConnection connection, string identityPoolId) =>
        ReadPool(connection, identityPoolId);

    private protected override void Use(AccountConnection connection, IdentityPool pool) => Guard(
        () =>
        {
            // A document without what the caller may not read would say that the pool does not have it.
            if (pool.Unreadable.Count > 0)
                throw new UnreadablePartException(pool.ToString(), pool.Unreadable[0]);
            var document = Run(token => DocumentOfPool.ReadAsync(connection, pool, Format, token));
            // Such a file must not take the place of one that says what the roles are.
            if (Path is not null && document.Unread.Count > 0 && !Force)
            {
                throw new PoolException(
                    PoolErrorId.RoleNotRead, pool, "no file was written", string.Join(" ", document.Unread),
                    ", or specify -Force to write a document that only refers to them");
            }
            foreach (var warning in document.Warnings)
                WriteWarning($"Identity pool {pool}: {warning}");
            if (Path is null)
                WriteObject(document);
            else
                Write(connection, pool, document);
        },
        CurrentItem ?? pool);

    private void Write(AccountConnection connection, IdentityPool pool, PoolDocument document)
    {
        var file = FileOf(connection, pool);
        if (!written.Add(file))
        {
            throw new InvalidSettingException(
                nameof(Path), Path, "is one file, and several pools are exported.", "Specify a folder; each pool gets a file in it.");
        }
        foreach (var (path, text) in DocumentOfPool.Files(file, document))
        {
            if (NoClobber && File.Exists(path))
                throw new PoolException(PoolErrorId.FileNotWritten, path, "it exists already.", "Omit -NoClobber to replace it.");
            if (!Agreed(Force, path, $"Write identity pool {pool} to the file"))
                continue;
            WriteVerbose(DocumentPath.Write(path, text, Force)
                ? $"Wrote identity pool {pool} to '{path}'."
                : $"'{path}' has identity pool {pool} already and was left alone.");
            if (PassThru)
                WriteObject(new FileInfo(path));
        }
    }

    private string FileOf(AccountConnection connection, IdentityPool pool)
    {
        var path = DocumentPath.Resolve(SessionState, Path!);
        if (DocumentPath.IsFile(path))
            return path;
        // Pools of other Regions may have the same names.
        var isElsewhere = AllRegions || pool.Region != (Region ?? connection.DefaultRegion ?? pool.Region);
        var folder = isElsewhere ? System.IO.Path.Combine(path, pool.Region) : path;
        if (!listings.TryGetValue(pool.Region, out var listed))
            listings[pool.Region] = listed = Run(token => new PoolDirectory(connection).ReadAllAsync(pool.Region, token));
        return System.IO.Path.Combine(folder, DocumentOfPool.FileName(pool, listed, Format));
    }
}
