using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Documents.Sources;
using CognitoPools.Errors;
using CognitoPools.Pools;

namespace CognitoPools.Commands.Pool;

/// <summary>Exports identity pools and their roles as pool documents, CloudFormation templates or Terraform
/// configurations.</summary>
/// <remarks>
/// <para>Returns each pool as text, or writes it to a file with -Path. Use a pool document to back up, compare,
/// review or copy a pool. It is a readable JSON file with the complete configuration: name, guest access, basic flow,
/// tags, and providers with role settings, rules and attribute mappings. It also contains the roles with their trust
/// policies, inline and attached policies, permissions boundaries, paths and tags. Import-CognitoIdentityPool creates
/// the pool from it again, in the same or another Region or account.</para>
/// <para>In ARNs and trust policies, the document contains placeholders such as ${AccountId} for the account, the
/// Region, the partition and the id of the pool. For the keys and placeholders, see about_CognitoPools_Documents. A
/// role that no longer exists, or that the caller cannot read, is only referenced, with a warning. If roles could not
/// be read, the document is written to a file only with -Force.</para>
/// <para>With -Path, a path that ends with .json, .template or .tf is a file. Any other path is a folder, which gets
/// a file for each pool. -AllRegions creates a subfolder for each Region, and so does a pool in another Region than
/// that of the connection. -Format Terraform creates a subfolder for each pool. Pools that share a name have a part
/// of their id in the file name. A file is replaced as a whole or not at all, and an unchanged file is not written
/// again. Files of pools that no longer exist are not deleted.</para>
/// <para>-Format CloudFormation and -Format Terraform write the pool, its roles and their policies, together with
/// what adopts them without creating them again. For CloudFormation this is a second file, resources-to-import.json,
/// for a change set of type IMPORT. For Terraform these are import blocks. If the format cannot express a setting,
/// the cmdlet writes a warning and notes it in the metadata of the template or in a comment.</para>
/// <para>This cmdlet cannot export identities. Their ids belong to the service, and users get new ids in another
/// pool. It never exports the consumer secret of a Twitter or Digits provider. The document names the value that
/// Import-CognitoIdentityPool requires instead.</para>
/// </remarks>
/// <example>
/// <title>Export a pool to a file</title>
/// <code>Export-CognitoIdentityPool shop -Path ./shop.json</code>
/// Writes the pool and its roles to a file.
/// </example>
/// <example>
/// <title>Copy a pool</title>
/// <code>Get-CognitoIdentityPool shop | Export-CognitoIdentityPool | Import-CognitoIdentityPool -Name shop-copy</code>
/// Creates a second pool with its own roles. The identities are not copied.
/// </example>
/// <example>
/// <title>Back up every pool</title>
/// <code>Export-CognitoIdentityPool -AllRegions -Path ./pools</code>
/// Writes a file for each pool, in a folder for each Region, for example for a Git repository.
/// </example>
/// <example>
/// <title>Move from the console to Terraform</title>
/// <code>Export-CognitoIdentityPool shop -Format Terraform -Path ./shop.tf</code>
/// Writes a configuration whose import blocks adopt the pool, its roles and their policies.
/// </example>
/// <example>
/// <title>Move from the console to CloudFormation</title>
/// <code>Export-CognitoIdentityPool shop -Format CloudFormation -Path ./shop.template.json -PassThru</code>
/// Writes the template and shop.resources-to-import.json, and returns both files.
/// </example>
/// <returns>A document or, with -PassThru, the files that were written.</returns>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles and
/// GetPrincipalTagAttributeMap; iam: GetRole, ListRoles, ListRolePolicies, GetRolePolicy and
/// ListAttachedRolePolicies.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito: identity
/// pools</seealso>
[Cmdlet(VerbsData.Export, "CognitoIdentityPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(PoolDocument), typeof(FileInfo))]
public sealed class ExportCognitoIdentityPoolCommand : PoolSelectionCommand
{
    private readonly Dictionary<string, IReadOnlyList<PoolListing>> listings = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Specifies a file whose name ends with .json, .template or .tf, or a folder. By default, the documents
    /// are returned. Save them with -Path or Set-Content, because the operator > breaks lines at the width of the
    /// window.</summary>
    [Parameter(Position = 1)]
    public string? Path { get; set; }

    /// <summary>Specifies the format: Document, CloudFormation or Terraform. By default, the format is
    /// Document.</summary>
    [Parameter]
    [OneValue(Of = typeof(PoolDocumentFormat))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolDocumentFormat>))]
    public Choice<PoolDocumentFormat> Format { get; set; }

    /// <summary>Returns an error instead of replacing an existing file. Requires -Path.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the files that were written. Requires -Path. By default, the cmdlet returns nothing with
    /// -Path.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Also replaces read-only files, writes documents whose roles could not all be read, and answers every
    /// question with yes, unless -Confirm is specified. Requires -Path.</summary>
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
            // Without the parts that the caller cannot read, the document would state that the pool does not have them.
            if (pool.Unreadable.Count > 0)
                throw new UnreadablePartException(pool.ToString(), pool.Unreadable[0]);
            var document = Run(token => DocumentOfPool.ReadAsync(connection, pool, Format, token));
            // An incomplete file must not replace one that describes the roles.
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
                nameof(Path), Path, "the path is one file, but several pools are exported.", "Specify a folder. Each pool gets a file in it.");
        }
        foreach (var (path, text) in DocumentOfPool.Files(file, document))
        {
            if (NoClobber && File.Exists(path))
                throw new PoolException(PoolErrorId.FileNotWritten, path, "it already exists.", "Omit -NoClobber to replace it.");
            if (!Agreed(Force, path, $"Write identity pool {pool} to the file"))
                continue;
            WriteVerbose(DocumentPath.Write(path, text, Force)
                ? $"Wrote identity pool {pool} to '{path}'."
                : $"'{path}' already contains the current configuration of identity pool {pool}, so it was not written.");
            if (PassThru)
                WriteObject(new FileInfo(path));
        }
    }

    private string FileOf(AccountConnection connection, IdentityPool pool)
    {
        var path = DocumentPath.Resolve(SessionState, Path!);
        if (DocumentPath.IsFile(path))
            return path;
        // Pools of other Regions may have the same name.
        var isElsewhere = AllRegions || pool.Region != (Region ?? connection.DefaultRegion ?? pool.Region);
        var folder = isElsewhere ? System.IO.Path.Combine(path, pool.Region) : path;
        if (!listings.TryGetValue(pool.Region, out var listed))
            listings[pool.Region] = listed = Run(token => new PoolDirectory(connection).ReadAllAsync(pool.Region, token));
        return System.IO.Path.Combine(folder, DocumentOfPool.FileName(pool, listed, Format));
    }
}
