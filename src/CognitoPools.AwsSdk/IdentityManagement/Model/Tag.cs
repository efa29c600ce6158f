namespace Amazon.IdentityManagement.Model;

/// <summary>A structure that represents user-provided metadata that can be associated with an IAM resource. For more information about tagging, see Tagging IAM resources in the IAM User Guide.</summary>
public partial class Tag
{
    /// <summary>The key name that can be used to look up or retrieve the associated value. For example, Department or Cost Center are common choices. Required. Constraint: 1 to 128 characters, pattern [\p{L}\p{Z}\p{N}_.:/=+\-@]+.</summary>
    public string Key { get; set; }

    /// <summary>The value associated with this tag. For example, tags with a key name of Department could have values such as Human Resources, Accounting, and Support. Required. Constraint: 0 to 256 characters, pattern [\p{L}\p{Z}\p{N}_.:/=+\-@]*.</summary>
    public string Value { get; set; }
}
