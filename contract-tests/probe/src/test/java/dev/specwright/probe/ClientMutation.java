package dev.specwright.probe;

/**
 * A fault that a client could have, put into its requests on their way out.
 *
 * @param name what is wrong with the client
 * @param fault changes a request
 */
record ClientMutation(String name, ContractCheck.Fault fault) {
  @Override
  public String toString() {
    return name;
  }
}
